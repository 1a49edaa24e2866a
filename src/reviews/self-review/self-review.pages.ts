import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { criterionIn, evidenceChoices, nextAfter, ReviewedCriteria } from '../criteria/reviewed-criteria.js';
import { wordedBy } from '../criteria/score-fields.js';
import { tasksByDomain } from '../criteria/task-list.js';
import { AnswersOnTheWay } from '../changing-edition/answers-on-the-way.js';
import { numberSeen, seenVersion } from './answers.js';
import { mayAnswer } from './answering/may-answer.js';
import { SelfAnswer } from './self-answer.entity.js';
import { AnswerCriterion } from './self-review.forms.js';
import { SelfReviewQueries } from './self-review.queries.js';
import { SelfReviewService } from './self-review.service.js';

/** Pages on which a trust answers the criteria of its review, in any order. */
@ApiExcludeController()
@Controller('reviews/:id/answers')
export class SelfReviewPages {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: SelfReviewQueries,
    private readonly selfReview: SelfReviewService,
    private readonly access: Access,
    private readonly onTheWay: AnswersOnTheWay,
  ) {}

  @Get()
  @Requires('read', SelfAnswer)
  async tasks(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { review, edition, criteria } = await this.criteria.of(actor, id);
    const answers = await this.queries.answers(actor, id);
    const done = new Map(
      answers.map(({ criterion, score }) => [criterion, score === null ? 'Answered' : `Answered: ${score}`]),
    );
    return new Page('reviews/criteria/views/tasks.njk', {
      title: 'Answers to the criteria',
      caption: review.organisation,
      back: `/reviews/${id}`,
      said: `${String(answers.length)} of ${String(criteria.length)} answered. You can answer in any order and change an answer until you submit.`,
      kept: (await this.onTheWay.kept(actor, review)).length,
      keptAt: `/reviews/${id}/kept-answers`,
      sheetAt: `/reviews/${id}/answers/sheet`,
      groups: tasksByDomain(edition, criteria, {
        at: `/reviews/${id}/answers`,
        done,
        together: mayAnswer(this.access, actor, review),
      }),
    });
  }

  @Get(':code')
  @Requires('read', SelfAnswer)
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Param('code') code: string): Promise<Page> {
    const current = await this.current(actor, id, code);
    return this.page(actor, { id, code }, AnswerCriterion.asked(current));
  }

  @Post(':code')
  @Requires('answer', SelfAnswer)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { criteria, review } = await this.criteria.of(actor, id);
    return submit(AnswerCriterion, body, {
      act: async ({ version, grade, ...given }) => {
        await this.selfReview.answer(actor, id, {
          ...given,
          criterion: code,
          grade: grade ?? null,
          after: numberSeen(review, version),
        });
        const next = nextAfter(
          criteria.map(({ criterion }) => criterion.id),
          code,
        );
        return new Redirect(`/reviews/${id}/answers${next === null ? '' : `/${next}`}`, `${code} was saved`);
      },
      again: (asked) => this.page(actor, { id, code }, asked),
      current: () => this.current(actor, id, code),
    });
  }

  private async page(
    actor: Actor,
    { id, code }: { readonly id: string; readonly code: string },
    asked: Asked<FieldsOf<typeof AnswerCriterion>>,
  ): Promise<Page> {
    const work = await this.criteria.of(actor, id);
    const evidence = await this.criteria.evidenceFor(actor, work.review);
    const history = await this.queries.history(actor, id, code);
    return new Page('reviews/self-review/views/answer.njk', {
      title: code,
      caption: work.review.organisation,
      review: work.review,
      criterion: criterionIn(work, code),
      words: GRAVITY_WORDS,
      history,
      givenTo: history[0] ? await this.onTheWay.givenTo(actor, work.review, history[0]) : null,
      beside: await this.onTheWay.beside(actor, work.review, code),
      notShown: work.review.editionMoves > 0 ? 0 : (history.at(-1)?.seq ?? 1) - 1,
      mayAnswer: mayAnswer(this.access, actor, work.review),
      ...asked,
      form: asked.form.offering({ ...wordedBy(work.edition), evidenceIds: evidenceChoices(evidence) }),
      hasEvidence: evidence.length > 0,
    });
  }

  private async current(actor: Actor, id: string, code: string) {
    const work = await this.criteria.of(actor, id);
    criterionIn(work, code);
    const [newest] = await this.queries.history(actor, id, code);
    if (!newest) return { version: seenVersion(work.review, 0) };
    const { score, grade, reason, evidenceIds, seq } = newest;
    return {
      ...(score !== null && { score }),
      ...(grade !== null && { grade }),
      reason,
      evidenceIds,
      version: seenVersion(work.review, seq),
    };
  }
}
