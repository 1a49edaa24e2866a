import { Injectable } from '@nestjs/common';
import { GATE } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { Receipt } from './receipt.entity.js';

/** What is kept of a receipt: the concern it opens, and what its secret is checked against. */
export type KeptReceipt = RowOf<typeof RECEIPT>;

/** What the door asks about receipts; nobody who has come in can. */
@Injectable()
export class ReceiptsQueries {
  constructor(private readonly database: Database) {}

  /** What is kept of the receipt of this reference; null when no concern has it. */
  async ofReference(reference: string): Promise<KeptReceipt | null> {
    return this.database.row(
      GATE,
      RECEIPT.from(
        'concerns.concern c JOIN concerns.receipt r ON r.concern_id = c.id WHERE c.reference = $1',
        [reference],
        true,
      ),
    );
  }

  /** The reference of this concern, for who knows its id; null when it was not filed. */
  async referenceOf(concernId: Uuid): Promise<RowOf<typeof REFERENCE> | null> {
    return this.database.row(GATE, REFERENCE.from('concerns.concern c WHERE c.id = $1', [concernId], true));
  }
}

const REFERENCE = select({ reference: sql<string>('c.reference') });
const RECEIPT = select(columns(Receipt, 'r', 'concernId', 'verifier'));
