import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotPermitted } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { PublicAnswer } from '../public-answer.entity.js';
import { PublicQuestionsQueries, type ShownQuestion } from '../showing/public-questions.queries.js';
import { answeredAs } from '../showing/question-card.js';
import { AnswerQuestion } from './answering.form.js';
import { answeringPart } from './answering-part.js';
import { AnsweringQuestionsService } from './answering.service.js';

/** Where the trust, or whoever ordered the halt, answers in public. */
@ApiExcludeController()
@Controller('questions')
export class AnsweringQuestionsPages {
  constructor(
    private readonly questions: PublicQuestionsQueries,
    private readonly answering: AnsweringQuestionsService,
  ) {}

  @Get(':id/answer')
  @Requires('answer', PublicAnswer)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return answering(actor, await this.questions.one(actor, id), AnswerQuestion.asked());
  }

  @Post(':id/answer')
  @Requires('answer', PublicAnswer)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const question = await this.questions.one(actor, id);
    return submit(AnswerQuestion, body, {
      act: async (values) => {
        await this.answering.answer(actor, question, values);
        return new Redirect(`/questions/${question.id}`, 'Everybody can read your answer');
      },
      again: (asked) => answering(actor, question, asked),
    });
  }
}

function answering<F extends Fields>(actor: Actor, question: ShownQuestion, asked: Asked<F>): Page {
  const part = answeringPart(actor, question);
  if (part === null) throw new NotPermitted();
  return new Page('public-questions/answering/views/answer.njk', {
    title: 'Answer a public question',
    caption: question.scheme.title,
    question,
    as: answeredAs(part.givenAs),
    ...asked,
    back: { href: `/questions/${question.id}`, text: 'The question' },
  });
}
