import { Injectable } from '@nestjs/common';
import { FairBudget } from '../../concerns/filing/fair-budget.js';
import { RepeatableReceipts, type RepeatableReceipt } from '../../concerns/receipts/repeatable-receipts.js';
import { VISITOR, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { SchemeSuggestion } from '../suggestion.entity.js';
import { SuggestionsQueries, type AnsweredSuggestion } from '../suggestions.queries.js';

/** Above this in an hour from one network, what is told is read last; it is never refused. */
const MOST_AN_HOUR = 20;

/** What somebody tells. */
export interface ToldOfScheme {
  readonly called: string;
  readonly place: string;
  readonly howKnown: string;
  /** A random token of the page: sent twice, it is told once, and the receipt is the same. */
  readonly once: Uuid;
}

/** Takes in what people tell of schemes, in nobody's name, and tells the answer to whoever has the receipt. */
@Injectable()
export class TellingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly receipts: RepeatableReceipts,
    private readonly queries: SuggestionsQueries,
    private readonly budget: FairBudget,
    private readonly clock: Clock,
  ) {}

  /** Keeps what was told, whoever is signed in; nothing of it is published. @throws Unavailable when too many tell at this moment. */
  async tell(_: Actor, { once, ...words }: ToldOfScheme, address: string): Promise<RepeatableReceipt> {
    const { reference, secret } = this.receipts.of('suggestion-receipt', once);
    const suggestion = made(SchemeSuggestion, {
      ...words,
      ...{
        id: this.receipts.idOf('suggestion-receipt', once),
        reference,
        verifier: await this.receipts.verifierOf(secret),
      },
      ...{ toldOn: this.clock.today(), held: this.budget.count('tell of a scheme', address) > MOST_AN_HOUR },
      ...{ outcome: null, deploymentKey: null, answer: null, answeredOn: null, erasedOn: null },
    });
    const sent = { about: null, said: words, token: once };
    await this.ledger.perform(VISITOR, addingOnce('tell', SchemeSuggestion, suggestion, sent));
    return { reference, secret };
  }

  /** What became of it; null where the receipt does not fit: an unknown reference costs the same work as a known one. */
  answerTo(given: {
    readonly reference: string;
    readonly secret: string;
  }): Promise<AnsweredSuggestion | null> {
    return this.receipts.opened(given, (reference) => this.queries.ofReference(reference));
  }
}
