import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { Settings } from '../../platform/settings/settings.js';
import { ReceiptSecret, SECRET_BYTES } from './receipt-secret.js';
import { ReceiptVerifier } from './receipt-verifier.js';
import { REFERENCE_BYTES, referenceFrom, referenceOf } from './reference.js';

/** By which the answer is asked for later; the code is shown once and never stored. */
export interface RepeatableReceipt {
  readonly reference: string;
  readonly secret: ReceiptSecret;
}

/** What is kept under a reference, with what its code is checked against. */
interface KeptUnder {
  readonly verifier: string;
}

/**
 * Receipts of what people say in one page without an account: made from the random token of that page, so that sending
 * again gives the same one.
 */
@Injectable()
export class RepeatableReceipts {
  constructor(
    private readonly settings: Settings,
    private readonly verifier: ReceiptVerifier,
  ) {}

  /** The receipt that belongs to a token, which nobody but the page and this service knows. */
  of(sort: ReceiptSort, token: Uuid): RepeatableReceipt {
    const bytes = this.bytesOf(sort, token);
    return {
      secret: ReceiptSecret.of(bytes.subarray(0, SECRET_BYTES)),
      reference: referenceOf(bytes.subarray(SECRET_BYTES, SECRET_BYTES + REFERENCE_BYTES)),
    };
  }

  /**
   * The id of a record that everybody may see one day, the same for the same token and telling nothing of it: whoever
   * knew the token could send it again and be shown the receipt.
   */
  idOf(sort: ReceiptSort, token: Uuid): Uuid {
    const hex = this.bytesOf(`${sort}-id`, token).toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }

  /** What is kept of a code. @throws Unavailable when too many are waiting. */
  verifierOf(secret: ReceiptSecret): Promise<string> {
    return this.verifier.verifierOf(secret);
  }

  /** What is kept under the reference, where the code is its own; null otherwise, after the same work. */
  async opened<Kept extends KeptUnder>(
    given: { readonly reference: string; readonly secret: string },
    find: (reference: string) => Promise<Kept | null>,
  ): Promise<Kept | null> {
    const secret = ReceiptSecret.from(given.secret);
    if (!secret) return null;
    const wanted = referenceFrom(given.reference);
    const kept = wanted === null ? null : await find(wanted);
    return (await this.verifier.accepts(kept?.verifier ?? null, secret)) ? kept : null;
  }

  private bytesOf(label: ReceiptSort | `${ReceiptSort}-id`, token: Uuid): Buffer {
    return createHmac('sha256', deriveKey(this.settings, label)).update(token).digest();
  }
}

/** What the receipts are for; each has a key of its own. */
type ReceiptSort = 'suggestion-receipt' | 'question-receipt';
