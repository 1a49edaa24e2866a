import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';

/** Something that changed for every scheme: the law on data, or what is asked of services. */
export interface BackgroundChange {
  /** Letters, digits and hyphens; no other change has it. */
  readonly key: string;
  readonly sort: 'LAW' | 'GUIDANCE';
  /** The day from which it holds. */
  readonly from: string;
  /** What it is called. */
  readonly what: string;
  /** Who says so, and how sure it is. */
  readonly saidBy: string;
}

/** Finds changes for this actor. */
export type BackgroundFinder = (actor: Actor) => Promise<readonly BackgroundChange[]>;

/** What the rooms know of changes around all schemes. They introduce themselves when they start. */
@Injectable()
export class Background {
  private readonly finders: BackgroundFinder[] = [];

  /** Adds what a room knows. */
  about(find: BackgroundFinder): void {
    this.finders.push(find);
  }

  /** Every change, room by room. */
  async of(actor: Actor): Promise<readonly BackgroundChange[]> {
    const found = await Promise.all(this.finders.map((find) => find(actor)));
    return found.flat();
  }
}
