import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { ordererInWords } from '../../deployments/life-cycle/halts/halt-words.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { answeringPart } from '../answering/answering-part.js';
import { AskedHaltsQueries } from '../asked-halts.queries.js';
import { closedToQuestions } from '../closed-to-questions.js';
import { tallyInWords } from '../moderating/tally-in-words.js';
import { firstDayInTime } from '../moderating/waits-too-long.js';
import { PublicQuestion } from '../public-question.entity.js';
import { PublicQuestionsQueries, type ShownQuestion } from './public-questions.queries.js';
import { questionCard } from './question-card.js';
import { questionsSheet } from './questions-sheet.js';

/** Public questions about halts, for readers: all of them, those about one halt, and one by itself. */
@ApiExcludeController()
@Controller()
export class PublicQuestionsPages {
  constructor(
    private readonly questions: PublicQuestionsQueries,
    private readonly halts: AskedHaltsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('questions')
  @Requires('follow', PublicQuestion)
  @NarrowedBy('after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const found = await this.questions.list(actor, {}, listRequest(query));
    return new Page('public-questions/showing/views/list.njk', {
      title: 'Public questions about halts',
      cards: found.items.map((one) => this.card(actor, one)),
      notShown: tallyInWords(await this.tally(actor, null)),
      next: found.next === null ? null : addressWith('/questions', { after: found.next }),
    });
  }

  @Get('questions.csv')
  @Requires('follow', PublicQuestion)
  @NarrowedBy()
  sheet(@Acting() actor: Actor): Download {
    return questionsSheet(this.questions.each(actor, {}), this.clock.today());
  }

  @Get('questions/:id')
  @Requires('follow', PublicQuestion)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const question = await this.questions.one(actor, id);
    const card = this.card(actor, question);
    return new Page('public-questions/showing/views/one.njk', {
      title: 'A public question',
      caption: `${question.scheme.title}, halt of ${day(question.halt.effectiveOn)}`,
      card,
      back: { href: card.about, text: 'Questions about this halt' },
    });
  }

  @Get('deployments/:key/halts/:id/questions')
  @Requires('follow', PublicQuestion)
  @NarrowedBy('after')
  async ofHalt(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('id') id: string,
    @Query() query: TypedQuery,
  ): Promise<Page> {
    const halt = await this.halts.one(actor, id);
    if (halt.scheme.key !== key) throw new NotFound();
    const found = await this.questions.list(actor, { halt: halt.id }, listRequest(query));
    const here = `/deployments/${key}/halts/${halt.id}/questions`;
    return new Page('public-questions/showing/views/of-halt.njk', {
      title: 'Questions about this halt',
      caption: halt.scheme.title,
      halt,
      orderer: ordererInWords(halt),
      closed: closedToQuestions(halt, this.clock.today()),
      cards: found.items.map((one) => this.card(actor, one)),
      notShown: tallyInWords(await this.tally(actor, halt.id)),
      next: found.next === null ? null : addressWith(here, { after: found.next }),
      back: { href: `/deployments/${key}/halts/${halt.id}`, text: 'The order to halt' },
    });
  }

  private tally(actor: Actor, halt: string | null) {
    return this.questions.tally(actor, firstDayInTime(this.clock.today()), halt);
  }

  private card(actor: Actor, question: ShownQuestion) {
    const mayAnswer = question.erasedOn === null && answeringPart(actor, question) !== null;
    return { ...questionCard(question, this.clock.today()), mayAnswer };
  }
}
