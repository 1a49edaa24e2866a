import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';

/** One thing that another room has to say of a record, with the page that says it in full. */
export interface Mention {
  readonly text: string;
  readonly href: string;
  /** A state in words, where there is one: `Published`, `Level 2, Consulted`. */
  readonly state?: string;
  /** True when it is about the result of a review, or about its absence. */
  readonly isResult?: boolean;
  /** Where this reader has something to do there: what, in one sentence. It then stands among the tasks of the record. */
  readonly task?: string;
}

/** Finds what a room has to say of a record to this actor; nothing that the actor may not read. */
export type MentionFinder = (actor: Actor, id: Uuid) => Promise<readonly Mention[]>;

/**
 * What the rooms above have to say of a record on its page: its published results, its data flows, its co-production.
 * They introduce themselves when they start, so that the page of a record knows no room that knows it.
 */
@Injectable()
export class Mentions {
  private readonly finders: { readonly kind: string; readonly find: MentionFinder }[] = [];

  /** Adds a finder for the pages of a kind of record, such as `deployment`. */
  about(kind: string, find: MentionFinder): void {
    this.finders.push({ kind, find });
  }

  /** Everything that is said of a record to this actor, room by room. */
  async of(actor: Actor, kind: string, id: Uuid): Promise<readonly Mention[]> {
    const asked = this.finders.filter((finder) => finder.kind === kind);
    const told = await Promise.all(asked.map(({ find }) => find(actor, id)));
    return told.flat();
  }
}
