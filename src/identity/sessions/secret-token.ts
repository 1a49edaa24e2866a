import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new opaque secret of 256 random bits, as text that can stand in a cookie or a header. */
export function newSecret(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** How a secret of 256 random bits is stored and looked up: as its SHA-256, so that a leaked table opens nothing. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
