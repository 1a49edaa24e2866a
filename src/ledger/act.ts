import type { Uuid } from '../kernel/identifiers.js';
import { recordedKind, type RecordedClass, type RecordedEntity } from '../platform/database/recorded.js';
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
  /** The sending of a page or a program that it came in; null where the same may be added as often as it is sent. */
  readonly sending: Sending | null;
}

/** One sending of a page or a program, by which the ledger knows whether the same was sent before. */
export interface Sending {
  readonly does: 'send';
  /** A random token, one for each showing of a page; a second sending under it is a repetition, or it is refused. */
  readonly token: Uuid;
  /** What it is, such as `ask public-question`. */
  readonly what: string;
  /** The record that it is about; null for what is about nothing that is there. */
  readonly about: Uuid | null;
  /** Everything that was sent. */
  readonly said: object;
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
export type Act = Adding | Changing | Checking | Sending;

/** Adds a record under a verb of its policy. */
export function adding<T extends RecordedEntity>(
  verb: string,
  kind: RecordedClass<T>,
  record: T,
  reason: string | null = null,
): Act {
  return { does: 'add', verb, kind, record, reason, sending: null };
}

/** What came in one sending: about which record, everything that was said, and the token where it is not the record's id. */
export interface SaidOnce {
  readonly about: Uuid | null;
  readonly said: object;
  readonly token?: Uuid;
}

/**
 * Adds a record that somebody may send twice. The same under the same token adds nothing: neither this act nor those
 * given with it are done, and the ledger says so. Anything else under it is refused (`SentOtherwise`).
 */
export function addingOnce<T extends RecordedEntity>(
  verb: string,
  kind: RecordedClass<T>,
  record: T,
  { about, said, token = record.id }: SaidOnce,
): Act {
  const what = `${verb} ${recordedKind(kind).kind}`;
  return {
    does: 'add',
    verb,
    kind,
    record,
    reason: null,
    sending: { does: 'send', token, what, about, said },
  };
}

/** Says in which sending the acts that follow came, so that the same is done once and other words are refused. */
export function sentOnce(what: string, { about, said, token }: Required<SaidOnce>): Act {
  return { does: 'send', token, what, about, said };
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
