import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Worker } from '../../platform/jobs/worker.js';
import { Settings } from '../../platform/settings/settings.js';
import { ErasureQueries } from './erasure.queries.js';
import { ErasureService } from './erasure.service.js';

/** Destroys the words of concerns that were withdrawn, when the time to keep them is over, every night. */
@Injectable()
export class ExpiredConcerns {
  constructor(
    worker: Worker,
    private readonly erasure: ErasureService,
    private readonly queries: ErasureQueries,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    worker.teachNightly('erase-withdrawn-concerns', () => this.eraseDue());
  }

  /**
   * Erases every concern that was withdrawn longer ago than the settings say, each by itself: one that faults keeps
   * none of the others waiting, and is told at the end.
   */
  async eraseDue(): Promise<void> {
    const keptFor = this.settings.withdrawnConcernsKeptFor;
    if (keptFor === null) return;
    const today = this.clock.today();
    const reason = `The time to keep a withdrawn concern, ${keptFor}, is over.`;
    const faults: unknown[] = [];
    let due = await this.queries.due({ keptFor, today, after: null });
    while (due.length > 0) {
      for (const id of due)
        await this.erasure.erase(id, reason).catch((fault: unknown) => faults.push(fault));
      due = await this.queries.due({ keptFor, today, after: due.at(-1) ?? null });
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Some withdrawn concerns could not be erased.');
  }
}
