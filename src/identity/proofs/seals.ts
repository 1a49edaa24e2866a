import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { Settings } from '../../platform/settings/settings.js';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets that must be read again, and recognises those that need not be. Its keys are derived from the
 * installation's secret, so that a copied table by itself neither opens a code generator nor tells a written code.
 */
@Injectable()
export class Seals {
  private readonly sealing: Buffer;
  private readonly recognising: Buffer;

  constructor(settings: Settings) {
    this.sealing = deriveKey(settings, 'identity: sealed secrets');
    this.recognising = deriveKey(settings, 'identity: written codes');
  }

  /** The text under AES-256-GCM, bound to what it is the secret of: under any other binding it cannot be opened. */
  seal(text: string, binding: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce).setAAD(Buffer.from(binding));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${sealed.toString('base64url')}`;
  }

  /** The text that was sealed under this binding; null when it was not, or was touched since. */
  open(sealed: string, binding: string): string | null {
    const [version, encoded] = sealed.split('.');
    const bytes = Buffer.from(encoded ?? '', 'base64url');
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
    try {
      const opening = createDecipheriv('aes-256-gcm', this.sealing, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(binding))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = [opening.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), opening.final()];
      return Buffer.concat(text).toString('utf8');
    } catch {
      return null;
    }
  }

  /** How a written code of 80 random bits is kept and looked up: as its HMAC-SHA256. */
  fingerprint(code: string): string {
    return createHmac('sha256', this.recognising).update(code).digest('base64url');
  }
}
