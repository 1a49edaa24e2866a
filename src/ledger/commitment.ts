import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';

/** A salted commitment to one personal value: proves the value later, and says nothing of it without the salt. */
export interface Commitment {
  readonly salt: Buffer;
  /** Lower-case hex of SHA-256 over the salt and the canonical JSON of the value. */
  readonly digest: string;
}

const SALT_BYTES = 16;

/** Commits to a value with a fresh salt of 128 bits. Destroying the salt and the value leaves the log verifiable. */
export function commitTo(value: Json, salt: Buffer = randomBytes(SALT_BYTES)): Commitment {
  const digest = createHash('sha256').update(salt).update(canonicalJson(value)).digest('hex');
  return { salt, digest };
}
