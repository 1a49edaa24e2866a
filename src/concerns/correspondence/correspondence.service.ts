import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { adding, changing, sentOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Concern } from '../concern.entity.js';
import { SealingKeys } from '../envelopes/keys/sealing-keys.js';
import { lockConcern } from '../lock-concern.js';
import { Message } from '../message.entity.js';
import { messageBinding } from '../envelopes/binding.js';
import { nextMessage } from './messages.queries.js';

interface Sending {
  readonly id: Uuid;
  readonly text: string;
  readonly once: Uuid;
  readonly step: (concern: Concern, day: string) => void;
}

/** Messages about a concern in both directions, each sealed before it is stored. */
@Injectable()
export class CorrespondenceService {
  constructor(
    private readonly ledger: Ledger,
    private readonly keys: SealingKeys,
    private readonly clock: Clock,
  ) {}

  /** Adds a message of the handler or of the person, whoever acts; sent twice with one token it is one message. */
  async write(actor: Actor, id: Uuid, text: string, once: Uuid = newTimelessId()): Promise<void> {
    const fromPerson = actor.receiptFor !== null;
    await this.send(actor, 'write', {
      id,
      text,
      once,
      step: (concern) => (fromPerson ? concern.reopen() : concern.mustBeOpen()),
    });
  }

  /** Adds the answer to the concern. */
  async answer(actor: Actor, id: Uuid, text: string, once: Uuid = newTimelessId()): Promise<void> {
    await this.send(actor, 'answer', { id, text, once, step: (concern, day) => concern.answer(day) });
  }

  private async send(
    actor: Actor,
    verb: 'write' | 'answer',
    { id, text, once, step }: Sending,
  ): Promise<void> {
    const day = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await lockConcern(look, id);
      const sent = sentOnce(`${verb} message`, { about: id, said: { text }, token: once });
      if ((await perform(sent)) === 'repeated') return;
      const [next] = await look(nextMessage(id));
      const turn = next?.turn ?? 1;
      const message = made(Message, {
        id: newTimelessId(),
        concernId: id,
        turn,
        direction: actor.receiptFor === null ? 'from-handler' : 'from-person',
        answers: verb === 'answer',
        ...(await this.keys.seal('message', text, messageBinding(id, turn))),
        day,
        erasedOn: null,
      });
      await perform(
        changing(verb, Concern, id, { change: (concern) => step(concern, day) }),
        adding(verb, Message, message),
      );
    });
  }
}
