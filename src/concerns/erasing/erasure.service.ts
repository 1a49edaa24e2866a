import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Envelope } from '../envelopes/envelope.entity.js';
import { ErasureQueries } from './erasure.queries.js';
import { Message } from '../message.entity.js';
import { ConcernRelease } from '../concern-release.entity.js';

/** Destroys the words of a concern when their time is over. That there was one, and its steps, stay provable. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: ErasureQueries,
    private readonly clock: Clock,
  ) {}

  /** Destroys every wrapped key and text of the concern, all or none, for the reason that the log will keep. */
  async erase(concernId: Uuid, reason: string): Promise<void> {
    const day = this.clock.today();
    const { envelopes, messages, releases } = await this.queries.sealed(concernId);
    await this.ledger.perform(
      OPERATOR,
      ...envelopes.map((id) =>
        changing('erase', Envelope, id, { reason, change: (sealed) => sealed.erase(day) }),
      ),
      ...messages.map((id) =>
        changing('erase', Message, id, { reason, change: (sealed) => sealed.erase(day) }),
      ),
      ...releases.map((id) =>
        changing('erase', ConcernRelease, id, { reason, change: (sealed) => sealed.erase() }),
      ),
    );
  }
}
