import { hkdfSync } from 'node:crypto';
import type { Settings } from './settings.js';

const KEY_BYTES = 32;
const SALT = 'candour';

/**
 * A key of 32 bytes for one purpose, the same at every start with the same secret. Keys of different purposes tell
 * nothing of each other (HKDF-SHA256, RFC 5869).
 */
export function deriveKey(settings: Pick<Settings, 'secret'>, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', settings.secret, SALT, purpose, KEY_BYTES));
}
