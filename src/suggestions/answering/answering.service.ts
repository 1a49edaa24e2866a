import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { OPERATOR, VISITOR, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { addMonths } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Worker } from '../../platform/jobs/worker.js';
import type { ValuesIn } from '../../web/form/form.js';
import { SchemeSuggestion } from '../suggestion.entity.js';
import { SuggestionsQueries } from '../suggestions.queries.js';
import type { AnswerSuggestion } from './answering.form.js';

const MONTHS_KEPT = 12;

/** Answers what people told, and destroys their words twelve months after the answer. */
@Injectable()
export class AnsweringService {
  constructor(
    worker: Worker,
    private readonly ledger: Ledger,
    private readonly queries: SuggestionsQueries,
    private readonly deployments: DeploymentsQueries,
    private readonly clock: Clock,
  ) {
    worker.teachNightly('erase-answered-suggestions', () => this.eraseDue());
  }

  /**
   * Says what became of a suggestion, once. Nothing is published by it: a scheme that is taken up comes into the register
   * from sources, as any does, and is there before.
   * @throws Unprocessable where no scheme that everyone reads is named and one is needed, or one is and it was not taken up.
   */
  async answer(
    actor: Actor,
    id: Uuid,
    { outcome, scheme, answer }: ValuesIn<typeof AnswerSuggestion>,
  ): Promise<void> {
    const deploymentKey = await this.keyOf(outcome, scheme?.trim() ?? '');
    await this.ledger.perform(
      actor,
      changing('answer', SchemeSuggestion, id, {
        change: (one) => one.say({ outcome, deploymentKey, answer }, this.clock.today()),
      }),
    );
  }

  /** Destroys the words of suggestions that were answered twelve months ago. */
  async eraseDue(): Promise<void> {
    const today = this.clock.today();
    const reason = 'Twelve months have passed since it was answered.';
    const due = await this.queries.answeredBefore(addMonths(today, -MONTHS_KEPT).day);
    if (due.length === 0) return;
    const erasing = due.map((id) =>
      changing('erase', SchemeSuggestion, id, { reason, change: (one) => one.erase(today) }),
    );
    await this.ledger.perform(OPERATOR, ...erasing);
  }

  private async keyOf(outcome: string, scheme: string): Promise<string | null> {
    if (outcome === 'NOT_TAKEN_UP') {
      if (scheme === '') return null;
      throw new Unprocessable([{ field: 'scheme', text: 'Leave the scheme out where nothing was taken up' }]);
    }
    const found = scheme === '' ? null : await this.deployments.one(VISITOR, scheme);
    if (!found)
      throw new Unprocessable([
        {
          field: 'scheme',
          text: 'Enter the scheme of the register that it is. Everyone must be able to read it',
        },
      ]);
    return found.key;
  }
}
