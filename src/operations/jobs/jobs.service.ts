import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Ledger } from '../../ledger/ledger.js';
import { JobsQueries } from './jobs.queries.js';

/** What people may do about work they asked for. */
@Injectable()
export class JobsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: JobsQueries,
  ) {}

  /** Cancels work that has not been done yet. @throws NotFound when it is not theirs, or is over. */
  async cancel(actor: Actor, id: string): Promise<void> {
    if (!isId(id)) throw new NotFound();
    await this.ledger.decide(actor, async ({ look }) => {
      const [answer] = await look(this.queries.cancelling(id));
      if (answer?.cancelled !== true)
        throw new NotFound('There is no work under way at this address that you asked for.');
    });
  }
}
