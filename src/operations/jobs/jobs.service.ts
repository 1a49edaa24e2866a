import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { checking } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';

/** What people may do about work they asked for. */
@Injectable()
export class JobsService {
  constructor(private readonly ledger: Ledger) {}

  /** Cancels work that has not been done yet. @throws NotFound when it is not theirs, or is over. */
  async cancel(actor: Actor, id: string): Promise<void> {
    if (!isId(id)) throw new NotFound();
    const cancelling = checking(async (look) => {
      const [row] = await look<{ cancelled: boolean }>({
        text: 'SELECT work.cancel($1) AS cancelled',
        values: [id],
      });
      if (row?.cancelled !== true)
        throw new NotFound('There is no work under way at this address that you asked for.');
    });
    await this.ledger.perform(actor, cancelling);
  }
}
