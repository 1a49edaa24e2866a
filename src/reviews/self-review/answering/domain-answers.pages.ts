import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../../access/access.js';
import { Requires } from '../../../access/requirement.js';
import { GRAVITY_WORDS } from '../../../frameworks/criteria/gravity-words.js';
import { methodOf } from '../../../frameworks/edition/method/first-method.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { ChangedMeanwhile, NotFound, Unprocessable } from '../../../kernel/refusal.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import type { Asked } from '../../../web/form/form.js';
import { submit } from '../../../web/form/submit.js';
import { plural } from '../../../web/words.js';
import {
  criterionIn,
  nextAfter,
  ReviewedCriteria,
  type ReviewWithCriteria,
} from '../../criteria/reviewed-criteria.js';
import { answersVersion, numberSeen, seenVersion } from '../answers.js';
import { SelfAnswer } from '../self-answer.entity.js';
import { SelfReviewQueries, type Answer } from '../self-review.queries.js';
import { SelfReviewService } from '../self-review.service.js';
import { answersTyped, typedBefore, boxesOf, domainForm } from './domain-form.js';
import { mayAnswer } from './may-answer.js';

interface DomainWork {
  readonly work: ReviewWithCriteria;
  readonly name: string;
  readonly codes: readonly string[];
  /** The domain after this one; null after the last. */
  readonly next: string | null;
  /** The answers that were given to its criteria. */
  readonly given: readonly Answer[];
}

/** A whole domain on one page: a trust answers its criteria together, and goes on to the next. */
@ApiExcludeController()
@Controller('reviews/:id/answers/domains/:domain')
export class DomainAnswersPages {
  constructor(
    private readonly criteria: ReviewedCriteria,
    private readonly queries: SelfReviewQueries,
    private readonly selfReview: SelfReviewService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('answer', SelfAnswer)
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Param('domain') domain: string): Promise<Page> {
    const found = await this.found(actor, id, domain);
    return page(found, domain, formOf(found).asked(stored(found)));
  }

  @Post()
  @Requires('answer', SelfAnswer)
  async answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('domain') domain: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const found = await this.found(actor, id, domain);
    return submit(formOf(found), body, {
      act: async (values) => {
        const { answers, issues } = answersTyped(values, found);
        if (issues.length > 0) throw new Unprocessable(issues);
        const seen = numberSeen(found.work.review, Number(values['version']));
        if (answers.length > 0 && seen !== answersVersion(found.given)) throw new ChangedMeanwhile();
        if (answers.length > 0) await this.selfReview.answerAll(actor, id, answers);
        return new Redirect(goOn(id, found), saidOf(found.name, answers.length));
      },
      again: (asked) => page(found, domain, asked),
      current: async () => stored(await this.found(actor, id, domain)),
    });
  }

  private async found(actor: Actor, id: string, domain: string): Promise<DomainWork> {
    const work = await this.criteria.of(actor, id);
    if (!mayAnswer(this.access, actor, work.review)) throw new NotFound();
    const asked = new Set(work.criteria.map(({ criterion }) => criterion.domain));
    const domains = work.edition.domains.filter(({ code }) => asked.has(code));
    const here = domains.find(({ code }) => code === domain);
    if (!here) throw new NotFound();
    const codes = work.criteria
      .filter(({ criterion }) => criterion.domain === domain)
      .map(({ criterion }) => criterion.id);
    const answers = await this.queries.answers(actor, id);
    const next = nextAfter(
      domains.map(({ code }) => code),
      domain,
    );
    const given = answers.filter(({ criterion }) => codes.includes(criterion));
    return { work, name: here.name, codes, next, given };
  }
}

function formOf({ codes, work }: DomainWork): ReturnType<typeof domainForm> {
  return domainForm(codes, work.edition);
}

function stored({ work, given }: DomainWork): Record<string, string | number> {
  return { ...typedBefore(given), version: seenVersion(work.review, answersVersion(given)) };
}

/** After the last domain the trust reads everything on one page. */
function goOn(id: string, { next }: DomainWork): string {
  return next === null ? `/reviews/${id}/submit` : `/reviews/${id}/answers/domains/${next}`;
}

function saidOf(name: string, saved: number): string {
  return saved === 0
    ? `Nothing of ${name} has changed`
    : `${name}: ${plural(saved, 'answer was', 'answers were')} saved`;
}

function page({ work, name, codes, next, given }: DomainWork, domain: string, asked: Asked): Page {
  return new Page('reviews/self-review/answering/views/domain.njk', {
    title: name,
    caption: work.review.organisation,
    review: work.review,
    domain,
    next,
    criteria: codes.map((code) => ({
      ...criterionIn(work, code),
      boxes: boxesOf(code),
      documents: given.find(({ criterion }) => criterion === code)?.evidenceIds.length ?? 0,
    })),
    words: GRAVITY_WORDS,
    carries: methodOf(work.edition).evidenceGrades.map(({ grade, carries }) =>
      carries === null ? `${grade} verifies no score` : `${grade} carries up to ${carries}`,
    ),
    ...asked,
  });
}
