import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { addDays } from '../../kernel/days/calendar-day.js';
import { londonDay } from '../../kernel/days/london-day.js';
import { running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Worker } from '../../platform/jobs/worker.js';
import { toldNow } from './telling.queries.js';

/** For how many days a notice is kept. Nothing is told of what is older than sixty, so that what is forgotten stays so. */
const KEPT_DAYS = 400;

/**
 * Tells people of what starts or ends the time they have. It looks at what is recorded and at what day it is, a minute
 * after the other, so that no feature has to remember to tell; that nobody is told twice is held by PostgreSQL.
 */
@Injectable()
export class TellingNoticesService implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly worker: Worker,
  ) {}

  /** Takes on the chores of telling and of forgetting. */
  onModuleInit(): void {
    this.worker.teachOften('tell-notices', async () => {
      await this.tell();
    });
    this.worker.teachNightly('forget-old-notices', () => this.forget());
  }

  /** Tells whoever was not told yet, and returns how many notices that made. */
  async tell(): Promise<number> {
    const now = this.clock.now();
    return this.ledger.decide(OPERATOR, async ({ look }) => (await look(toldNow(now))).length);
  }

  private async forget(): Promise<void> {
    const oldest = addDays(londonDay(this.clock.now()), -KEPT_DAYS);
    await this.ledger.perform(
      OPERATOR,
      running({ text: 'DELETE FROM notices.notice WHERE happened_on < $1', values: [oldest] }),
    );
  }
}
