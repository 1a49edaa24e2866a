import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Edition } from './edition-schema.js';

/**
 * The SHA-256 of the edition's canonical JSON (RFC 8785), in hexadecimal: what a round records, so that anybody can
 * check which criteria it used. Layout and comments of the file do not matter; every word and date does.
 */
export function editionHash(edition: Edition): string {
  return createHash('sha256').update(canonicalJson(edition), 'utf8').digest('hex');
}
