import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReceiptSecret, SECRET_BYTES } from '../../concerns/receipts/receipt-secret.js';
import { ReceiptVerifier } from '../../concerns/receipts/receipt-verifier.js';
import { REFERENCE_BYTES, referenceOf } from '../../concerns/receipts/reference.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import { Settings } from '../../platform/settings/settings.js';

/** By which the answer is asked for later; the code is shown once and never stored. */
export interface SuggestionReceipt {
  readonly reference: string;
  readonly secret: ReceiptSecret;
}

/** The receipts of what people tell: made from the random token of their page, so that sending again gives the same one. */
@Injectable()
export class SuggestionReceipts {
  private readonly key: Buffer;

  constructor(
    settings: Settings,
    private readonly verifier: ReceiptVerifier,
  ) {
    this.key = deriveKey(settings, 'suggestion-receipt');
  }

  /** The receipt that belongs to a token, which nobody but the page and this service knows. */
  of(token: Uuid): SuggestionReceipt {
    const bytes = createHmac('sha256', this.key).update(token).digest();
    return {
      secret: ReceiptSecret.of(bytes.subarray(0, SECRET_BYTES)),
      reference: referenceOf(bytes.subarray(SECRET_BYTES, SECRET_BYTES + REFERENCE_BYTES)),
    };
  }

  /** What is kept of a code. @throws Unavailable when too many are waiting. */
  verifierOf(secret: ReceiptSecret): Promise<string> {
    return this.verifier.verifierOf(secret);
  }

  /** True where the code is the one that was kept; with nothing kept, false after the same work. */
  accepts(kept: string | null, secret: ReceiptSecret): Promise<boolean> {
    return this.verifier.accepts(kept, secret);
  }
}
