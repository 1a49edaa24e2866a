import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../../identity/actor.js';
import { agreedUses } from '../folder.queries.js';
import { happeningsOf, STATE_IN_WORDS } from './state-in-words.js';
import { ReadingService } from '../reading/reading.service.js';
import type { OwnConcernOut } from '../concern-out.js';

/** A concern as its person sees it, for programs. */
@Injectable()
export class OwnConcernView {
  constructor(private readonly reading: ReadingService) {}

  /** The concern of this receipt, opened. */
  async of(holder: Actor): Promise<z.infer<typeof OwnConcernOut>> {
    const { concern, consents, messages, readings } = await this.reading.forHolder(holder);
    const { reference, filedOn } = concern;
    const state = concern.state === 'held' ? 'filed' : concern.state;
    return {
      reference,
      state,
      stateInWords: STATE_IN_WORDS[state],
      filedOn,
      agreedUses: [...agreedUses(consents)],
      messages: messages.map(({ turn, direction, answers, day, text }) => ({
        turn,
        direction,
        answers,
        day,
        text,
      })),
      timeline: [...happeningsOf(concern, readings, messages)],
    };
  }
}
