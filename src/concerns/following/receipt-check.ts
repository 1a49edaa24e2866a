import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { receiptHolder, type Actor } from '../../identity/actor.js';
import { ReceiptsQueries } from '../receipts/receipts.queries.js';
import { FairBudget } from '../filing/fair-budget.js';
import { ReceiptSecret } from '../receipts/receipt-secret.js';
import { ReceiptVerifier } from '../receipts/receipt-verifier.js';
import { referenceFrom } from '../receipts/reference.js';

const FREE_ATTEMPTS = 10;
const DELAY_STEP_MS = 250;
const LONGEST_DELAY_MS = 5_000;
const MOST_DELAYED = 500;

/** What a person types to come back, and from where; the address is counted for the hour and never kept. */
export interface ReceiptGiven {
  readonly reference: string;
  readonly secret: string;
  readonly address: string;
}

/**
 * Checks receipts. Whether the reference is unknown or the secret wrong, the work and the answer are the same. Many
 * attempts from one network are slowed down; nobody is ever locked out.
 */
@Injectable()
export class ReceiptCheck {
  private delayed = 0;

  constructor(
    private readonly receipts: ReceiptsQueries,
    private readonly verifier: ReceiptVerifier,
    private readonly budget: FairBudget,
  ) {}

  /**
   * The holder of the receipt; null when it does not fit.
   * @throws Unavailable when too many receipts are being checked.
   */
  async holderOf({ reference, secret, address }: ReceiptGiven): Promise<Actor | null> {
    await this.slowDown(this.budget.count('prove a receipt', address));
    const typed = ReceiptSecret.from(secret);
    if (!typed) return null;
    const wanted = referenceFrom(reference);
    const kept = wanted === null ? null : await this.receipts.ofReference(wanted);
    const fits = await this.verifier.accepts(kept?.verifier ?? null, typed);
    return kept && fits ? receiptHolder(kept.concernId) : null;
  }

  private async slowDown(attempts: number): Promise<void> {
    const delay = Math.min(Math.max(0, attempts - FREE_ATTEMPTS) * DELAY_STEP_MS, LONGEST_DELAY_MS);
    if (delay === 0 || this.delayed >= MOST_DELAYED) return;
    this.delayed += 1;
    await pause(delay);
    this.delayed -= 1;
  }
}
