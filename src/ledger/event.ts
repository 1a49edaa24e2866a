import { newId, newTimelessId } from '../kernel/identifiers.js';
import type { Actor } from '../identity/actor.js';
import { recordedKind, type RecordedClass, type RecordedEntity } from '../platform/database/recorded.js';
import { commitTo } from './commitment.js';
import { leafHash, leafText } from './leaf.js';
import { snapshotOf } from './snapshot.js';

/** What must be known to write the event of one act that has just been done. */
export interface Deed {
  readonly actor: Actor;
  /** The post in which the actor did it. */
  readonly post: string;
  readonly verb: string;
  readonly kind: RecordedClass;
  readonly record: RecordedEntity;
  readonly reason: string | null;
  readonly previous: string | null;
  readonly at: Date;
  readonly day: string;
}

/** One event as its row is written, with the openings of its commitments. Bytes are lower-case hex. */
export interface EventRow {
  readonly id: string;
  readonly log: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly revision: number;
  readonly action: string;
  readonly day: string;
  readonly recorded_at: string | null;
  readonly leaf: string;
  readonly leaf_hash: string;
  readonly openings: readonly {
    readonly field: string;
    readonly salt: string;
    readonly value: string | null;
  }[];
}

/** The field under which the opening of the commitment to the acting person is kept. */
export const ACTOR_FIELD = '@actor';

/**
 * Makes the event of a deed. Staff events say the post and commit to the person; intake events say nothing of who,
 * and nothing of when but the day (docs/decisions/0007-what-the-ledger-keeps-of-anonymous-people.md).
 */
export function eventOf(deed: Deed): EventRow {
  const { kind, log } = recordedKind(deed.kind);
  const { record, salts } = snapshotOf(deed.kind, deed.record);
  const known = log === 'staff' || deed.actor.standing === 'person' ? deed.actor : null;
  const person = commitTo(known?.personId ?? null);
  const id = log === 'staff' ? newId(deed.at.getTime()) : newTimelessId();
  const leaf = leafText({
    id,
    log,
    day: deed.day,
    action: deed.verb,
    subject: { kind, id: deed.record.id, revision: deed.record.revision },
    actor: known && { post: deed.post, person: person.digest },
    reason: deed.reason,
    record,
    previous: deed.previous,
  });
  const openings = [...salts].map(([field, salt]) => ({ field, salt: salt.toString('hex'), value: null }));
  return {
    id,
    log,
    subject_kind: kind,
    subject_id: deed.record.id,
    revision: deed.record.revision,
    action: deed.verb,
    day: deed.day,
    recorded_at: log === 'staff' ? deed.at.toISOString() : null,
    leaf,
    leaf_hash: leafHash(leaf).toString('hex'),
    openings: known
      ? [...openings, { field: ACTOR_FIELD, salt: person.salt.toString('hex'), value: known.personId }]
      : openings,
  };
}
