import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { pad, unpad } from '../envelopes/padding.js';
import type { FilingSeed } from './filing-seed.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A draft as the database keeps it: AES-256-GCM under a key that only the person's browser can make. Base64url. */
export function sealDraft(text: string, seed: FilingSeed): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', seed.draftKey, nonce).setAAD(bindingOf(seed));
  return Buffer.concat([nonce, cipher.update(pad(text)), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** The text of a draft; null when it was not sealed with this seed or has been changed. */
export function openDraft(sealed: string, seed: FilingSeed): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', seed.draftKey, bytes.subarray(0, NONCE_BYTES))
      .setAAD(bindingOf(seed))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return unpad(Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]));
  } catch {
    return null;
  }
}

function bindingOf({ draftId }: FilingSeed): Buffer {
  return Buffer.from(`concerns.draft ${draftId}`, 'utf8');
}
