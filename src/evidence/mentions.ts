import type { Actor } from '../identity/actor.js';

/** One thing that another room has to say of a record, with the page that says it in full. */
export interface Mention {
  readonly text: string;
  readonly href: string;
  /** A state in words, where there is one: `Published`, `Level 2, Consulted`. */
  readonly state?: string;
  /** Sentences that say what nobody has answered of it. */
  readonly unanswered?: readonly string[];
  /** Domains of the framework that it bears on: `SIM-DAT`. */
  readonly bearsOn?: readonly string[];
  /** What a reader must know before relying on it, and who says it. */
  readonly notes?: readonly string[];
  /** True when it is about the result of a review, or about its absence. */
  readonly isResult?: boolean;
  /** True when it speaks against what the scheme's own screening says. */
  readonly againstScreening?: boolean;
  /** Where this reader has something to do there: what, in one sentence. It then stands among the tasks of the record. */
  readonly task?: string;
}

/** Finds what a room has to say of a record to this actor; nothing that the actor may not read. */
export type MentionFinder<Subject> = (actor: Actor, subject: Subject) => Promise<readonly Mention[]>;

/**
 * What the rooms above have to say of a record on its page: its published results, its data flows, its co-production.
 * They introduce themselves when they start, so that the page of a record knows no room that knows it. The page hands
 * them the record as it has read it, so that nobody reads it again.
 */
export abstract class Mentions<Subject> {
  private readonly finders: MentionFinder<Subject>[] = [];

  /** Adds what a room has to say. */
  about(find: MentionFinder<Subject>): void {
    this.finders.push(find);
  }

  /** Everything that is said of a record to this actor, room by room. */
  async of(actor: Actor, subject: Subject): Promise<readonly Mention[]> {
    const found = await Promise.all(this.finders.map((find) => find(actor, subject)));
    return found.flat();
  }
}
