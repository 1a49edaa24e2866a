import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Worker } from '../../platform/jobs/worker.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsService } from './proposals.service.js';

/**
 * Records every night which proposals nobody agreed to in time. That they have lapsed follows from their days and is held
 * without this; the record makes it an event of the log.
 */
@Injectable()
export class LapsingProposals {
  constructor(
    worker: Worker,
    private readonly queries: ProposalsQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    worker.teachNightly('lapse-proposals', () => this.lapseDue());
  }

  /** Records each by itself: one that faults keeps none of the others waiting, and is told at the end. */
  async lapseDue(): Promise<void> {
    const today = this.clock.today();
    const faults: unknown[] = [];
    let due = await this.queries.lapsed(OPERATOR, today, null);
    while (due.length > 0) {
      for (const proposal of due)
        await this.proposals.lapse(OPERATOR, proposal).catch((fault: unknown) => faults.push(fault));
      due = await this.queries.lapsed(OPERATOR, today, due.at(-1)?.id ?? null);
    }
    if (faults.length > 0)
      throw new AggregateError(faults, 'Some proposals could not be recorded as lapsed.');
  }
}
