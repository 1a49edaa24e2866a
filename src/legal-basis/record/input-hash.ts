import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';

/**
 * SHA-256, in lower-case hexadecimal, of the RFC 8785 canonical JSON of a record: the same record has the same hash
 * whatever the order of its keys. Throws TypeError for values that are not JSON.
 */
export function inputHash(record: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(record as Json), 'utf8')
    .digest('hex');
}
