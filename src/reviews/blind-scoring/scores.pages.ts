import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { documentTypeInWords } from '../../evidence/documents/document-types.js';
import { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import {
  criterionIn,
  evidenceChoices,
  nextAfter,
  type ReviewWithCriteria,
} from '../criteria/reviewed-criteria.js';
import { wordedBy } from '../criteria/score-fields.js';
import { taskOf } from '../criteria/task-list.js';
import type { GivenScore } from '../../review-method/scoring/locked-content.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';
import { ScoreCriterion } from './score.forms.js';
import type { LockRow } from './scores.queries.js';
import { ScoringSheets } from './scoring-sheet.js';
import { ScoringService } from './scoring.service.js';

/** Pages on which a reviewer scores, in an order of their own, and locks. They show nothing of any other reviewer. */
@ApiExcludeController()
@Controller('reviews/:id')
export class ScoresPages {
  constructor(
    private readonly sheets: ScoringSheets,
    private readonly scoring: ScoringService,
  ) {}

  @Get('scores')
  @Requires('score', Score)
  async tasks(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { work, scores, lock } = await this.sheets.of(actor, id);
    const done = new Map(scores.map(({ criterion, score }) => [criterion, `Scored: ${score}`]));
    const tasks = work.criteria.map((each) => taskOf(each, { at: `/reviews/${id}/scores`, done }));
    const missing = work.criteria.length - done.size;
    return new Page('reviews/criteria/views/tasks.njk', {
      title: 'Score the criteria',
      caption: work.review.organisation,
      back: `/reviews/${id}`,
      said: `${String(done.size)} of ${String(work.criteria.length)} scored. Each reviewer has an order of their own; you can score in any order.`,
      lock: {
        text: lockSentence(missing, lock !== null),
        ready: missing === 0 && lock === null,
        receipt: lock === null ? [] : receiptOf(lock),
        action: `/reviews/${id}/lock`,
      },
      groups: [{ name: '', tasks }],
    });
  }

  @Get('scores/:code')
  @Requires('score', Score)
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Param('code') code: string): Promise<Page> {
    const { scores } = await this.sheets.of(actor, id);
    return this.page(actor, { id, code }, ScoreCriterion.asked(storedIn(scores, code)));
  }

  @Post('scores/:code')
  @Requires('score', Score)
  async score(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { work } = await this.sheets.of(actor, id);
    return submit(ScoreCriterion, body, {
      act: async ({ version, grade, ...given }) => {
        await this.scoring.score(actor, id, {
          ...given,
          criterion: code,
          grade: grade ?? null,
          after: version,
        });
        const next = nextAfter(codesOf(work), code);
        return new Redirect(`/reviews/${id}/scores${next === null ? '' : `/${next}`}`, `${code} was saved`);
      },
      again: (asked) => this.page(actor, { id, code }, asked),
      current: async () => storedIn((await this.sheets.of(actor, id)).scores, code),
    });
  }

  @Post('lock')
  @Requires('lock', ScoreLock)
  async lock(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const { opened } = await this.scoring.lock(actor, id);
    return opened
      ? new Redirect(
          `/reviews/${id}`,
          'Your scores are locked. All reviewers have locked, so you can compare',
        )
      : new Redirect(`/reviews/${id}/scores`, 'Your scores are locked');
  }

  private async page(
    actor: Actor,
    { id, code }: { readonly id: string; readonly code: string },
    asked: Asked<FieldsOf<typeof ScoreCriterion>>,
  ): Promise<Page> {
    const { work, answers, lock, evidence, scores, requests, statements } = await this.sheets.of(actor, id);
    const criterion = criterionIn(work, code);
    return new Page('reviews/blind-scoring/views/score.njk', {
      title: code,
      caption: work.review.organisation,
      review: work.review,
      criterion,
      words: GRAVITY_WORDS,
      answer: answers.find((answer) => answer.criterion === code) ?? null,
      evidence: evidence.map((item) => ({ ...item, sort: documentTypeInWords(item.documentType) })),
      requests: requests.filter((request) => request.criterion === code),
      statements: {
        here: statements.filter((statement) => statement.criterion === code),
        whole: statements.filter((statement) => statement.criterion === null),
      },
      given: scores.find((score) => score.criterion === code) ?? null,
      mayScore: lock === null,
      ...asked,
      form: asked.form.offering({ ...wordedBy(work.edition), evidenceIds: evidenceChoices(evidence) }),
      hasEvidence: evidence.length > 0,
    });
  }
}

function storedIn(scores: readonly GivenScore[], code: string) {
  const newest = scores.find(({ criterion }) => criterion === code);
  if (!newest) return { version: 0 };
  const { score, grade, confidence, rationale, evidenceIds, seq } = newest;
  return {
    score,
    ...(grade !== null && { grade }),
    confidence,
    rationale,
    evidenceIds,
    version: seq,
  };
}

function codesOf({ criteria }: ReviewWithCriteria): string[] {
  if (criteria.length === 0) throw new NotFound();
  return criteria.map(({ criterion }) => criterion.id);
}

/** What a reviewer keeps of their lock: with it and their scores they can show at any time that none was changed. */
function receiptOf({ contentHash, nonce, salt, lockedOn }: LockRow): { key: string; value: string }[] {
  return [
    { key: 'Locked on', value: day(lockedOn) },
    { key: 'Fingerprint (SHA-256)', value: contentHash },
    { key: 'Nonce, which is published with the scores', value: nonce },
    ...(salt === null ? [] : [{ key: 'Salt, which is never published', value: salt }]),
  ];
}

function lockSentence(missing: number, locked: boolean): string {
  if (locked) return 'Your scores are locked. You can read them and not change them.';
  return missing === 0
    ? 'Every criterion has a score. You can still change any of them before you lock.'
    : 'You can lock your scores when every criterion has one.';
}
