import { Injectable } from '@nestjs/common';
import { FairBudget } from '../../concerns/filing/fair-budget.js';
import type { RepeatableReceipt } from '../../concerns/receipts/repeatable-receipts.js';
import { VISITOR, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { AskedHaltsQueries } from '../asked-halts.queries.js';
import { closedToQuestions } from '../closed-to-questions.js';
import { PublicQuestion } from '../public-question.entity.js';
import { QuestionReceipts } from './question-receipts.js';
import type { BecameOfQuestion } from './receipts-of-questions.queries.js';

/** Above this in an hour from one network, what is asked is read last; it is never refused. */
const MOST_AN_HOUR = 20;

/** What somebody asks. */
export interface AskedAboutHalt {
  readonly question: string;
  /** A random token of the page: sent twice, it is asked once, and the receipt is the same. */
  readonly once: Uuid;
}

/** Takes in what people ask about halts, in nobody's name, and tells whoever has the receipt what became of it. */
@Injectable()
export class AskingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly receipts: QuestionReceipts,
    private readonly halts: AskedHaltsQueries,
    private readonly budget: FairBudget,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a question, whoever is signed in; nobody reads it but those who moderate, until it was put up.
   * @throws OutOfTurn where nobody may ask about the halt; Unavailable when too many ask at this moment.
   */
  async ask(
    _: Actor,
    haltId: Uuid,
    { question, once }: AskedAboutHalt,
    address: string,
  ): Promise<RepeatableReceipt> {
    const halt = await this.halts.one(VISITOR, haltId);
    const closed = closedToQuestions(halt, this.clock.today());
    if (closed !== null) throw new OutOfTurn(closed);
    const { id, reference, secret } = this.receipts.of(once);
    const asked = made(PublicQuestion, {
      ...{ id, reference, verifier: await this.receipts.verifierOf(secret) },
      ...{
        deploymentId: halt.scheme.id,
        haltId: halt.id,
        orderedAs: halt.outside ?? 'TRUST',
        words: question,
      },
      ...{ askedOn: this.clock.today(), held: this.budget.count('ask about a halt', address) > MOST_AN_HOUR },
      ...{ outcome: null, repeatsId: null, toAsker: null, readOn: null, erasedOn: null, erasedBecause: null },
    });
    const sent = { about: halt.id, said: { question }, token: once };
    await this.ledger.perform(VISITOR, addingOnce('ask', PublicQuestion, asked, sent));
    return { reference, secret };
  }

  /** What became of a question; null where the receipt does not fit: an unknown reference costs the same work as a known one. */
  became(given: { readonly reference: string; readonly secret: string }): Promise<BecameOfQuestion | null> {
    return this.receipts.opened(given);
  }
}
