import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { documentTypeInWords } from '../../evidence/documents/document-types.js';
import { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import type { TypedQuery } from '../../web/list-request.js';
import { criterionIn, evidenceChoices } from '../criteria/reviewed-criteria.js';
import type { GivenScore } from '../../review-method/scoring/locked-content.js';
import { DESK_KEYS, deskChoices } from './queue/desk-keys.js';
import { addressInQueue, narrowedBy, nextInQueue, type Narrowed } from './queue/scoring-queue.js';
import { Score } from './score.entity.js';
import { ScoreCriterion } from './score.forms.js';
import { ScoresQueries, type SavedScore } from './scores.queries.js';
import { ScoringSheets, type ScoringSheet } from './scoring-sheet.js';
import { ScoringService } from './scoring.service.js';

/** One criterion on the desk, with what the list it came from is narrowed to. */
interface OnDesk {
  readonly id: string;
  readonly code: string;
  readonly narrowed: Narrowed;
}

/** The desk on which a reviewer scores one criterion beside all that is said about it. It shows nothing of any other reviewer. */
@ApiExcludeController()
@Controller('reviews/:id')
export class ScoresPages {
  constructor(
    private readonly sheets: ScoringSheets,
    private readonly scores: ScoresQueries,
    private readonly scoring: ScoringService,
  ) {}

  @Get('scores/:code')
  @Requires('score', Score)
  @NarrowedBy('show', 'q')
  async ask(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('code') code: string,
    @Query() query: TypedQuery,
  ): Promise<Page> {
    const sheet = await this.sheets.of(actor, id);
    const asked = ScoreCriterion.asked(storedIn(sheet.scores, code));
    return this.page(actor, sheet, { id, code, narrowed: narrowedBy(query), asked });
  }

  @Post('scores/:code')
  @Requires('score', Score)
  @NarrowedBy('show', 'q')
  async score(
    @Acting() actor: Actor,
    @Param() { id = '', code = '' }: Readonly<Record<string, string>>,
    @Query() query: TypedQuery,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const sheet = await this.sheets.of(actor, id);
    const desk = { id, code, narrowed: narrowedBy(query) };
    return submit(ScoreCriterion, body, {
      act: async ({ version, grade, ...given }) => {
        const score = { ...given, criterion: code, grade: grade ?? null, after: version };
        await this.scoring.score(actor, id, score);
        return afterSaving(sheet, desk);
      },
      again: async (asked) => this.page(actor, await this.sheets.of(actor, id), { ...desk, asked }),
      current: async () => storedIn((await this.sheets.of(actor, id)).scores, code),
    });
  }

  private async page(
    actor: Actor,
    sheet: ScoringSheet,
    { id, code, narrowed, asked }: OnDesk & { readonly asked: Asked<FieldsOf<typeof ScoreCriterion>> },
  ): Promise<Page> {
    const { work, answers, lock, evidence, scores, requests, statements } = sheet;
    const criterion = criterionIn(work, code);
    const saved = await this.savedBefore(actor, sheet, code);
    const fields = fieldsAsked(sheet, saved);
    return new Page('reviews/blind-scoring/views/score.njk', {
      title: code,
      caption: work.review.organisation,
      review: work.review,
      back: addressInQueue(`/reviews/${id}/scores`, narrowed),
      action: addressInQueue(`/reviews/${id}/scores/${code}`, narrowed),
      progress: { scored: scores.length, all: work.criteria.length },
      criterion,
      words: GRAVITY_WORDS,
      answer: answers.find((answer) => answer.criterion === code) ?? null,
      evidence: evidence.map((item) => ({ ...item, sort: documentTypeInWords(item.documentType) })),
      requests: requests.filter((request) => request.criterion === code),
      statements: {
        here: statements.filter((statement) => statement.criterion === code),
        whole: statements.filter((statement) => statement.criterion === null),
      },
      saved,
      mayScore: lock === null,
      wasTyped: asked.issues.length > 0,
      keys: DESK_KEYS,
      fields,
      ...asked,
      form: asked.form.offering({ ...deskChoices(work.edition), evidenceIds: evidenceChoices(evidence) }),
    });
  }

  /** What the reviewer saved for this criterion, newest first; nothing is asked of the database where nothing was. */
  private async savedBefore(
    actor: Actor,
    { assignmentId, scores }: ScoringSheet,
    criterion: string,
  ): Promise<readonly SavedScore[]> {
    if (!scores.some((score) => score.criterion === criterion)) return [];
    return this.scores.saved(actor, { assignmentId, criterion });
  }
}

function afterSaving({ work, scores }: ScoringSheet, { id, code, narrowed }: OnDesk): Redirect {
  const next = nextInQueue(work.criteria, scores, { code, narrowed });
  const list = `/reviews/${id}/scores`;
  return new Redirect(
    addressInQueue(next === null ? list : `${list}/${next}`, narrowed),
    `${code} was saved`,
  );
}

/** Which fields are on the page: evidence only where there is some, why it was changed only where there is a score to change. */
function fieldsAsked({ evidence }: ScoringSheet, saved: readonly SavedScore[]): string[] {
  return [
    ...['score', 'grade', 'confidence', 'rationale'],
    ...(evidence.length > 0 ? ['evidenceIds'] : []),
    ...(saved.length > 0 ? ['changedBecause'] : []),
  ];
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
