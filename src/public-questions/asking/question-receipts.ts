import { Injectable } from '@nestjs/common';
import { RepeatableReceipts, type RepeatableReceipt } from '../../concerns/receipts/repeatable-receipts.js';
import type { ReceiptSecret } from '../../concerns/receipts/receipt-secret.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { ReceiptsOfQuestionsQueries, type BecameOfQuestion } from './receipts-of-questions.queries.js';

/** A receipt with the id of the question it is for. */
interface QuestionReceipt extends RepeatableReceipt {
  readonly id: Uuid;
}

/** The receipts of what people ask, and what they open. */
@Injectable()
export class QuestionReceipts {
  constructor(
    private readonly receipts: RepeatableReceipts,
    private readonly kept: ReceiptsOfQuestionsQueries,
  ) {}

  /** The receipt that belongs to the token of a page, and the id of what is asked there, which does not tell the token. */
  of(token: Uuid): QuestionReceipt {
    return {
      id: this.receipts.idOf('question-receipt', token),
      ...this.receipts.of('question-receipt', token),
    };
  }

  /** What is kept of a code. @throws Unavailable when too many are waiting. */
  verifierOf(secret: ReceiptSecret): Promise<string> {
    return this.receipts.verifierOf(secret);
  }

  /** What became of the question; null where the receipt does not fit, after the same work. */
  opened(given: { readonly reference: string; readonly secret: string }): Promise<BecameOfQuestion | null> {
    return this.receipts.opened(given, (reference) => this.kept.ofReference(reference));
  }
}
