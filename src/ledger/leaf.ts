import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import type { RecordRef } from '../kernel/record-ref.js';
import type { LogName } from '../platform/database/recorded.js';

/** What an event says: who did what to which record on which day, and the record as it stood afterwards. */
export interface LeafContent {
  readonly id: string;
  readonly log: LogName;
  readonly day: string;
  readonly action: string;
  readonly subject: RecordRef & { readonly revision: number };
  /** The capacity in which the act was done, and a commitment to the person; null for people who file. */
  readonly actor: { readonly post: string; readonly person: string } | null;
  readonly reason: string | null;
  /** The record after the act; committed properties hold `{ commitment }` instead of their value. */
  readonly record: Readonly<Record<string, Json>>;
  /** The leaf hash of the event before this one about the same record; null for the first. */
  readonly previous: string | null;
}

const LEAF_VERSION = 1;
const LEAF_PREFIX = Buffer.from([0]);

/** The bytes that are hashed and kept for ever: canonical JSON (RFC 8785) of the content and its version. */
export function leafText(content: LeafContent): string {
  const { id, log, day, action, subject, actor, reason, record, previous } = content;
  const { kind, id: subjectId, revision } = subject;
  return canonicalJson({
    v: LEAF_VERSION,
    id,
    log,
    day,
    action,
    subject: { kind, id: subjectId, revision },
    actor: actor && { post: actor.post, person: actor.person },
    reason,
    record,
    previous,
  });
}

/** The Merkle leaf hash of RFC 6962 §2.1: SHA-256 over a zero byte and the leaf. */
export function leafHash(leaf: string): Buffer {
  return createHash('sha256').update(LEAF_PREFIX).update(leaf, 'utf8').digest();
}
