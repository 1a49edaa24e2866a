import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { addDays } from '../../kernel/days/calendar-day.js';
import { londonDay } from '../../kernel/days/london-day.js';
import { running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Worker } from '../../platform/jobs/worker.js';

/** For how many days a notice is kept. Nothing is told of what is older than sixty, so that what is forgotten stays so. */
const KEPT_DAYS = 400;

/** Forgets old notices in the night. */
@Injectable()
export class ForgettingNoticesService implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly worker: Worker,
  ) {}

  /** Takes on the chore. */
  onModuleInit(): void {
    this.worker.teachNightly('forget-old-notices', () => this.forget());
  }

  private async forget(): Promise<void> {
    const oldest = addDays(londonDay(this.clock.now()), -KEPT_DAYS);
    await this.ledger.perform(
      OPERATOR,
      running({ text: 'DELETE FROM notices.notice WHERE happened_on < $1', values: [oldest] }),
    );
  }
}
