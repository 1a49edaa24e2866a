import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { becameInWords } from '../asking/became-in-words.js';
import { PublicQuestion } from '../public-question.entity.js';
import { shortened } from '../shortened.js';
import { PublicQuestionsQueries } from '../showing/public-questions.queries.js';
import { EraseQuestion, ReadQuestion } from './moderating.forms.js';
import { ModeratingService } from './moderating.service.js';
import { ToReadQueries, type QuestionToRead } from './to-read.queries.js';

const LIST = '/questions/moderation';

/** What people asked, for those who put it up or say why not. */
@ApiExcludeController()
@Controller('questions/moderation')
export class ModeratingPages {
  constructor(
    private readonly queries: ToReadQueries,
    private readonly questions: PublicQuestionsQueries,
    private readonly moderating: ModeratingService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', PublicQuestion)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const found = await this.queries.list(actor, listRequest(query));
    return new Page('public-questions/moderating/views/list.njk', {
      title: 'Questions to read',
      questions: found.items.map((one) => ({ ...one, became: becameInWords(one) })),
      next: found.next === null ? null : addressWith(LIST, { after: found.next }),
    });
  }

  @Get(':id')
  @Requires('read', PublicQuestion)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const question = await this.queries.one(actor, id);
    return this.page(actor, question, (await this.offered(actor, question)).asked());
  }

  @Post(':id')
  @Requires('moderate', PublicQuestion)
  async read(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const question = await this.queries.one(actor, id);
    return submit(await this.offered(actor, question), body, {
      act: async (values) => {
        await this.moderating.read(actor, question.id, values);
        return new Redirect(LIST, values.outcome === 'PUT_UP' ? 'It was put up' : 'It was not put up');
      },
      again: (asked) => this.page(actor, question, asked),
    });
  }

  @Get(':id/erase')
  @Requires('erase', PublicQuestion)
  async askErasing(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return erasing(await this.queries.one(actor, id), EraseQuestion.asked());
  }

  @Post(':id/erase')
  @Requires('erase', PublicQuestion)
  async erase(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const question = await this.queries.one(actor, id);
    return submit(EraseQuestion, body, {
      act: async ({ because }) => {
        await this.moderating.erase(actor, question.id, because);
        return new Redirect(`/questions/${question.id}`, 'Its words were taken away');
      },
      again: (asked) => erasing(question, asked),
    });
  }

  /** The form with the questions about the same halt that stand. */
  private async offered(actor: Actor, { halt }: QuestionToRead) {
    const standing = await this.questions.standing(actor, halt.id);
    return ReadQuestion.offering({
      repeats: standing.map(({ id, words, putUpOn }) => ({
        value: id,
        label: `${day(putUpOn)}: ${shortened(words ?? '')}`,
      })),
    });
  }

  private page<F extends Fields>(actor: Actor, question: QuestionToRead, asked: Asked<F>): Page {
    return new Page('public-questions/moderating/views/one.njk', {
      title: 'A question about a halt',
      caption: `${question.scheme.title}, halt of ${day(question.halt.effectiveOn)}`,
      question,
      became: becameInWords(question),
      ...asked,
      mayRead: question.outcome === null && this.access.can(actor, 'moderate', PublicQuestion),
      mayErase:
        question.outcome === 'PUT_UP' &&
        question.erasedOn === null &&
        this.access.can(actor, 'erase', PublicQuestion),
      back: { href: LIST, text: 'Questions to read' },
    });
  }
}

function erasing<F extends Fields>(question: QuestionToRead, asked: Asked<F>): Page {
  return new Page('public-questions/moderating/views/erase.njk', {
    title: 'Take away the words of a question',
    question,
    ...asked,
    back: { href: `${LIST}/${question.id}`, text: 'The question' },
  });
}
