import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Settings } from '../../platform/settings/settings.js';
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
    private readonly settings: Settings,
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

  /**
   * Erases every concern that was withdrawn longer ago than the settings say, each by itself: one that faults keeps
   * none of the others waiting, and is told at the end.
   */
  async eraseWithdrawn(): Promise<void> {
    const keptFor = this.settings.withdrawnConcernsKeptFor;
    if (keptFor === null) return;
    const today = this.clock.today();
    const reason = `The time to keep a withdrawn concern, ${keptFor}, is over.`;
    const faults: unknown[] = [];
    let due = await this.queries.due({ keptFor, today, after: null });
    while (due.length > 0) {
      for (const id of due) await this.erase(id, reason).catch((fault: unknown) => faults.push(fault));
      due = await this.queries.due({ keptFor, today, after: due.at(-1) ?? null });
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Some withdrawn concerns could not be erased.');
  }
}
