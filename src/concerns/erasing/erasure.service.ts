import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { Envelope } from '../envelopes/envelope.entity.js';
import { Message } from '../message.entity.js';
import { ErasureQueries, stillSealed } from './erasure.queries.js';

/** How many records of a concern lost their words. */
export interface Erased {
  readonly envelopes: number;
  readonly messages: number;
  readonly releases: number;
}

/** Destroys the words of a concern when their time is over. That there was one, and its steps, stay provable. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: ErasureQueries,
    private readonly clock: Clock,
  ) {}

  /** Erases the concern with this reference. @throws NotFound when no concern has it. */
  async eraseReference(reference: string, reason: string): Promise<Erased> {
    const id = await this.queries.withReference(reference);
    if (id === null) throw new NotFound(`No concern has the reference ${reference}.`);
    return this.erase(id, reason);
  }

  /**
   * Destroys every wrapped key and text of the concern, all or none, for the reason that the log will keep: what was
   * filed, the messages both ways, and what was released. What was erased before is left as it is.
   */
  async erase(concernId: Uuid, reason: string): Promise<Erased> {
    const day = this.clock.today();
    return this.ledger.decide(OPERATOR, async ({ look, perform }) => {
      const envelopes = await look(stillSealed(Envelope, concernId));
      const messages = await look(stillSealed(Message, concernId));
      const releases = await look(stillSealed(ConcernRelease, concernId));
      await perform(
        ...envelopes.map(({ id }) =>
          changing('erase', Envelope, id, { reason, change: (sealed) => sealed.erase(day) }),
        ),
        ...messages.map(({ id }) =>
          changing('erase', Message, id, { reason, change: (sealed) => sealed.erase(day) }),
        ),
        ...releases.map(({ id }) =>
          changing('erase', ConcernRelease, id, { reason, change: (sealed) => sealed.erase() }),
        ),
      );
      return { envelopes: envelopes.length, messages: messages.length, releases: releases.length };
    });
  }
}
