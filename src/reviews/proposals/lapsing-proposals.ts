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

  /** Records the oldest hundred in one transaction; what is left, or was ended in that moment, waits for the next night. */
  async lapseDue(): Promise<void> {
    const due = await this.queries.lapsed(OPERATOR, this.clock.today());
    if (due.length > 0) await this.proposals.lapse(OPERATOR, due);
  }
}
