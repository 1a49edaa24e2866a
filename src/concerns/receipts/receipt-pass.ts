import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { Settings } from '../../platform/settings/settings.js';

/** How long somebody may read their own concern before they show their receipt again, in minutes. */
export const PASS_MINUTES = 30;

const MINUTE = 60_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PURPOSE = Buffer.from('candour receipt pass 1', 'utf8');

/** What a browser carries after a receipt was shown: sealed, for one concern, and only for a while. */
@Injectable()
export class ReceiptPass {
  private readonly key: Buffer;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(settings, 'receipt-pass');
  }

  /** A pass to one concern, good from now for half an hour. */
  issue(concernId: Uuid): string {
    const until = this.clock.now().getTime() + PASS_MINUTES * MINUTE;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(PURPOSE);
    const sealed = [cipher.update(JSON.stringify([concernId, until]), 'utf8'), cipher.final()];
    return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** The concern that the pass is for; null when it is over, changed or not one of ours. */
  concernOf(pass: string | undefined): Uuid | null {
    const [concernId, until] = this.opened(pass);
    if (!isId(concernId) || typeof until !== 'number') return null;
    return until > this.clock.now().getTime() ? concernId : null;
  }

  private opened(pass: string | undefined): readonly unknown[] {
    try {
      const bytes = Buffer.from(pass ?? '', 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(PURPOSE)
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      const opened: unknown = JSON.parse(Buffer.concat(text).toString('utf8'));
      return Array.isArray(opened) ? opened : [];
    } catch {
      return [];
    }
  }
}
