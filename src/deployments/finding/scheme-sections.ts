import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { DeploymentDetail } from './deployment-view.js';

/** Something that happened to a scheme, for its time line: when, as closely as it is known, in words, and who says so. */
export interface SchemeHappening {
  readonly when: string;
  readonly what: string;
  readonly saidBy: 'trust' | 'sources';
  /** True where the date is one that was planned. */
  readonly planned: boolean;
}

/** What one room knows of a scheme in a sentence, what nobody has answered, and the page that holds it all. */
export interface SchemeSection {
  readonly key: string;
  readonly heading: string;
  /** Smaller comes first. */
  readonly order: number;
  /** One sentence that says what is known; null where nothing is. */
  readonly known: string | null;
  /** Sentences that say what nobody has answered. */
  readonly unanswered: readonly string[];
  readonly href: string;
  /** Domains of the framework that it bears on: `SIM-WRK`. */
  readonly bearsOn: readonly string[];
  readonly happened: readonly SchemeHappening[];
}

/** Finds the sections that a room has to say of a scheme to this actor. */
export type SectionFinder = (actor: Actor, scheme: DeploymentDetail) => Promise<readonly SchemeSection[]>;

/** The sections of a scheme's page, brought by the rooms that hold them, so that the page knows none of these rooms. */
@Injectable()
export class SchemeSections {
  private readonly finders: SectionFinder[] = [];

  /** Adds what a room has to say. */
  about(find: SectionFinder): void {
    this.finders.push(find);
  }

  /** Every section in order. */
  async of(actor: Actor, scheme: DeploymentDetail): Promise<readonly SchemeSection[]> {
    const found = await Promise.all(this.finders.map((find) => find(actor, scheme)));
    return found.flat().sort((one, other) => one.order - other.order);
  }
}
