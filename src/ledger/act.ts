import type { Uuid } from '../kernel/identifiers.js';
import type { RecordedClass, RecordedEntity } from '../platform/database/recorded.js';
import type { SqlStatement } from '../platform/database/database.js';

/** Reads rows inside the act's own transaction and scope, for rules that need other records. */
export type Look = <Row>(statement: SqlStatement<Row>) => Promise<Row[]>;

/** A new record comes to be. */
export interface Adding {
  readonly does: 'add';
  readonly verb: string;
  readonly kind: RecordedClass;
  readonly record: RecordedEntity;
  readonly reason: string | null;
  /** A repetition, when a record of this id is there already, does nothing and is no fault. */
  readonly once: boolean;
}

/** A record that exists is changed, after it has been found, locked and permitted. */
export interface Changing {
  readonly does: 'change';
  readonly verb: string;
  readonly kind: RecordedClass;
  readonly id: Uuid;
  readonly reason: string | null;
  /** The revision the person saw; when the record has moved on, the act is refused. */
  readonly expected: number | null;
  readonly apply: (record: RecordedEntity, look: Look) => void | Promise<void>;
}

/** A rule about other records that must hold in the same transaction; it refuses by throwing. */
export interface Checking {
  readonly does: 'check';
  readonly rule: (look: Look) => Promise<void>;
}

/** One thing that somebody does to one record; the ledger makes it true and recorded, or not done at all. */
export type Act = Adding | Changing | Checking;

/** Adds a record under a verb of its policy. */
export function adding<T extends RecordedEntity>(
  verb: string,
  kind: RecordedClass<T>,
  record: T,
  reason: string | null = null,
): Act {
  return { does: 'add', verb, kind, record, reason, once: false };
}

/**
 * Adds a record whose id the sender chose, so that sending again adds nothing: when a record of this id is there
 * already, neither this act nor those given with it are done, and the ledger says so.
 */
export function addingOnce<T extends RecordedEntity>(verb: string, kind: RecordedClass<T>, record: T): Act {
  return { does: 'add', verb, kind, record, reason: null, once: true };
}

/** Changes the record of this kind and id by one of its own methods. */
export function changing<T extends RecordedEntity>(
  verb: string,
  kind: RecordedClass<T>,
  id: Uuid,
  terms: {
    readonly change: (record: T, look: Look) => void | Promise<void>;
    readonly reason?: string | null;
    readonly expected?: number | null;
  },
): Act {
  return {
    does: 'change',
    verb,
    kind,
    id,
    reason: terms.reason ?? null,
    expected: terms.expected ?? null,
    apply: (record, look) => terms.change(ofKind(kind, record), look),
  };
}

/** Demands that a rule about other records holds before the acts that follow it. */
export function checking(rule: (look: Look) => Promise<void>): Act {
  return { does: 'check', rule };
}

/** Runs a statement of the platform in the act's transaction: mail or work that must exist exactly when the act does. */
export function running(statement: SqlStatement): Act {
  return checking(async (look) => {
    await look(statement);
  });
}

function ofKind<T extends RecordedEntity>(kind: RecordedClass<T>, record: RecordedEntity): T {
  if (record instanceof kind) return record;
  throw new TypeError(`Expected a ${kind.name}.`);
}
