import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import { ShowReceipt } from '../../concerns/following/following.forms.js';
import { ordererInWords } from '../../deployments/life-cycle/halts/halt-words.js';
import { VISITOR, type Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { AskedHaltsQueries, type AskedHalt } from '../asked-halts.queries.js';
import { closedToQuestions } from '../closed-to-questions.js';
import { becameInWords } from './became-in-words.js';
import { AskAboutHalt } from './asking.form.js';
import { AskingService } from './asking.service.js';

const WHY_OPEN =
  'Anyone may ask about a halt without an account, and see with the receipt what became of the question.';

/** Asking in public about a halt whose day has passed, without an account, and seeing with the receipt what became of it. */
@ApiExcludeController()
@Controller('ask-about-a-halt')
export class AskingInPublicPages {
  constructor(
    private readonly asking: AskingService,
    private readonly halts: AskedHaltsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('receipt')
  @OpenToAll(WHY_OPEN)
  askReceipt(): Page {
    return proving(ShowReceipt.asked());
  }

  @Post('receipt')
  @OpenToAll(WHY_OPEN)
  async showReceipt(@Body() body: unknown): Promise<Page> {
    return submit(ShowReceipt, body, {
      act: async (given) => {
        const became = await this.asking.became(given);
        if (!became) throw new Unprocessable([{ field: 'secret', text: NOT_FOUND }]);
        return new Page('public-questions/asking/views/became.njk', {
          title: 'What became of your question',
          became,
          inWords: becameInWords(became),
        });
      },
      again: proving,
    });
  }

  @Get(':halt')
  @OpenToAll(WHY_OPEN)
  async ask(@Param('halt') id: string): Promise<Page> {
    const halt = await this.halts.one(VISITOR, id);
    const closed = closedToQuestions(halt, this.clock.today());
    if (closed !== null) throw new OutOfTurn(closed);
    return about(halt, AskAboutHalt.asked());
  }

  @Post(':halt')
  @OpenToAll(WHY_OPEN)
  async send(
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Param('halt') id: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const halt = await this.halts.one(VISITOR, id);
    return submit(AskAboutHalt, body, {
      act: async (values) => {
        const { reference, secret } = await this.asking.ask(actor, halt.id, values, request.ip);
        const codes = { letters: secret.asLetters, digits: secret.asDigits };
        return new Page('public-questions/asking/views/asked.njk', {
          ...{ title: 'Your question waits to be read', reference, ...codes },
          questions: questionsAbout(halt),
        });
      },
      again: (asked) => about(halt, asked),
    });
  }
}

const NOT_FOUND =
  'Enter the reference and the code as they stand on your receipt. Nothing was found with these';

function questionsAbout({ id, scheme }: AskedHalt): string {
  return `/deployments/${scheme.key}/halts/${id}/questions`;
}

function about<F extends Fields>(halt: AskedHalt, asked: Asked<F>): Page {
  return new Page('public-questions/asking/views/ask.njk', {
    title: 'Ask about this halt in public',
    caption: `${halt.scheme.title}, halt of ${day(halt.effectiveOn)}`,
    halt,
    orderer: ordererInWords(halt),
    ...asked,
    back: { href: questionsAbout(halt), text: 'Questions about this halt' },
  });
}

function proving<F extends Fields>(asked: Asked<F>): Page {
  const back = { href: '/questions', text: 'Public questions' };
  return new Page('public-questions/asking/views/prove.njk', {
    ...{ title: 'What became of your question', ...asked, back },
  });
}
