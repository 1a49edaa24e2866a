import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { RecordRef } from '../kernel/record-ref.js';

/** A record that documents may be offered about. */
export interface DocumentedRecord {
  /** What people call it. */
  readonly title: string;
  readonly href: string;
  /** Who answers for it, and so may offer documents about it. */
  readonly organisationId: Uuid;
  /** The scheme whose cleared reviewers read its documents; null when it is of none. */
  readonly deploymentId: Uuid | null;
}

/** Finds a record of one kind as this actor may read it; null where there is none. */
export type RecordFinder = (actor: Actor, id: string) => Promise<DocumentedRecord | null>;

/**
 * Which kinds of record bear documents. The rooms above introduce theirs when they start, so that evidence knows none of
 * them, and a document is never kept about something that its giver cannot see.
 */
@Injectable()
export class Documented {
  private readonly finders = new Map<string, RecordFinder>();

  /** Lets documents be offered about a kind of record. */
  about(kind: string, find: RecordFinder): void {
    this.finders.set(kind, find);
  }

  /** The record, as this actor may read it; null for an unknown kind and for a record that is not open to them. */
  async find(actor: Actor, { kind, id }: RecordRef): Promise<DocumentedRecord | null> {
    return (await this.finders.get(kind)?.(actor, id)) ?? null;
  }
}
