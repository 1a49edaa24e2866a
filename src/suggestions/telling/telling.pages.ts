import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import { ShowReceipt } from '../../concerns/following/following.forms.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { SUGGESTION_OUTCOMES } from '../suggestion.entity.js';
import { TellOfScheme } from './telling.forms.js';
import { TellingService } from './telling.service.js';

const WHY_OPEN =
  'Anyone may tell of a scheme without an account, and ask with the receipt what became of it.';

/** Telling of a scheme that the register lacks, without an account, and reading the answer with the receipt. */
@ApiExcludeController()
@Controller('tell-of-a-scheme')
export class TellingPages {
  constructor(private readonly telling: TellingService) {}

  @Get()
  @OpenToAll(WHY_OPEN)
  ask(): Page {
    return asking(TellOfScheme.asked());
  }

  @Post()
  @OpenToAll(WHY_OPEN)
  async tell(@Acting() actor: Actor, @Req() request: FastifyRequest, @Body() body: unknown): Promise<Page> {
    return submit(TellOfScheme, body, {
      act: async (values) => {
        const { reference, secret } = await this.telling.tell(actor, values, request.ip);
        const codes = { letters: secret.asLetters, digits: secret.asDigits };
        return new Page('suggestions/telling/views/told.njk', {
          ...{ title: 'It is with us now', reference, ...codes },
        });
      },
      again: asking,
    });
  }

  @Get('answer')
  @OpenToAll(WHY_OPEN)
  askAnswer(): Page {
    return proving(ShowReceipt.asked());
  }

  @Post('answer')
  @OpenToAll(WHY_OPEN)
  async showAnswer(@Body() body: unknown): Promise<Page> {
    return submit(ShowReceipt, body, {
      act: async (given) => {
        const found = await this.telling.answerTo(given);
        if (!found) throw new Unprocessable([{ field: 'secret', text: NOT_FOUND }]);
        return new Page('suggestions/telling/views/answered.njk', {
          title: 'What became of it',
          found,
          outcome: found.outcome === null ? null : SUGGESTION_OUTCOMES[found.outcome],
        });
      },
      again: proving,
    });
  }
}

const NOT_FOUND =
  'Enter the reference and the code as they stand on your receipt. Nothing was found with these';

function asking<F extends Fields>(asked: Asked<F>): Page {
  const back = { href: '/deployments', text: 'All schemes' };
  return new Page('suggestions/telling/views/tell.njk', { title: 'Tell us of a scheme', ...asked, back });
}

function proving<F extends Fields>(asked: Asked<F>): Page {
  const back = { href: '/tell-of-a-scheme', text: 'Tell us of a scheme' };
  return new Page('suggestions/telling/views/prove.njk', { title: 'Read our answer', ...asked, back });
}
