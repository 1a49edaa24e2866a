import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { answerAddress, pairShown } from '../watching/pair-shown.js';
import type { WatchedPair } from '../watching/succession-watch.js';
import { AnswerSuccession } from './answer-succession.form.js';
import { AnsweringSuccessionService } from './answering.service.js';
import { SuccessionAnswer } from './succession-answer.entity.js';

/** Where the trust of either scheme answers whether one follows the other. */
@ApiExcludeController()
@Controller('deployments/:key/successors/:other/answer')
export class AnsweringSuccessionPages {
  constructor(private readonly answering: AnsweringSuccessionService) {}

  @Get()
  @Requires('answer', SuccessionAnswer)
  async ask(@Acting() actor: Actor, @Param('key') key: string, @Param('other') other: string): Promise<Page> {
    return answerPage(await this.answering.pairToAnswer(actor, key, other), AnswerSuccession.asked());
  }

  @Post()
  @Requires('answer', SuccessionAnswer)
  async answer(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('other') other: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const pair = await this.answering.pairToAnswer(actor, key, other);
    return submit(AnswerSuccession, body, {
      act: async (values) => {
        await this.answering.answer(actor, pair, values);
        return new Redirect(`/deployments/${key}/successors`, 'Your answer was saved');
      },
      again: (asked) => answerPage(pair, asked),
    });
  }
}

function answerPage<F extends Fields>(pair: WatchedPair, asked: Asked<F>): Page {
  return new Page('succession/answering/views/answer.njk', {
    title: 'Does one follow the other?',
    caption: pair.later.title,
    pair: pairShown(pair),
    action: answerAddress(pair),
    back: { href: `/deployments/${pair.later.key}/successors` },
    ...asked,
  });
}
