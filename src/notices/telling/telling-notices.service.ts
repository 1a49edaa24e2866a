import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Ledger } from '../../ledger/ledger.js';
import { Worker } from '../../platform/jobs/worker.js';
import { toldNow } from './telling.queries.js';

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

  /** Takes on the chore. */
  onModuleInit(): void {
    this.worker.teachOften('tell-notices', async () => {
      await this.tell();
    });
  }

  /** Tells whoever was not told yet, and returns how many notices that made. */
  async tell(): Promise<number> {
    const now = this.clock.now();
    return this.ledger.decide(OPERATOR, async ({ look }) => (await look(toldNow(now))).length);
  }
}
