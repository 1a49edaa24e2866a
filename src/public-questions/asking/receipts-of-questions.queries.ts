import { Injectable } from '@nestjs/common';
import { GATE } from '../../identity/actor-scope.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, type RowOf } from '../../platform/database/selection.js';
import { PublicQuestion } from '../public-question.entity.js';

const KEPT = select(
  columns(
    PublicQuestion,
    'q',
    'id',
    'verifier',
    'askedOn',
    'outcome',
    'repeatsId',
    'toAsker',
    'readOn',
    'erasedOn',
  ),
);

/** What a receipt opens. */
export type BecameOfQuestion = RowOf<typeof KEPT>;

/** What the door asks about the receipts of questions; nobody who has come in can. */
@Injectable()
export class ReceiptsOfQuestionsQueries {
  constructor(private readonly database: Database) {}

  /** What is kept under a reference, for who shows its code. */
  async ofReference(reference: string): Promise<BecameOfQuestion | null> {
    return this.database.row(
      GATE,
      KEPT.from('public_questions.question q WHERE q.reference = $1', [reference]),
    );
  }
}
