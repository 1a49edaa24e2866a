import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import { NarrowedBy } from '../../../web/asking/names-asked.js';
import type { TypedQuery } from '../../../web/list-request.js';
import { day } from '../../../web/words.js';
import { taskOf, type Task } from '../../criteria/task-list.js';
import { ScoreLock } from '../score-lock.entity.js';
import { Score } from '../score.entity.js';
import type { LockRow } from '../scores.queries.js';
import { ScoringSheets, type ScoringSheet } from '../scoring-sheet.js';
import { ScoringService } from '../scoring.service.js';
import { addressInQueue, narrowedBy, nextInQueue, queueOf, type Narrowed } from './scoring-queue.js';

/** The list of what a reviewer scores, red lines first and otherwise in an order of their own, and the lock. */
@ApiExcludeController()
@Controller('reviews/:id')
export class ScoringListPages {
  constructor(
    private readonly sheets: ScoringSheets,
    private readonly scoring: ScoringService,
  ) {}

  @Get('scores')
  @Requires('score', Score)
  @NarrowedBy('show', 'q')
  async list(@Acting() actor: Actor, @Param('id') id: string, @Query() query: TypedQuery): Promise<Page> {
    const sheet = await this.sheets.of(actor, id);
    const { work, scores, lock } = sheet;
    const narrowed = narrowedBy(query);
    const missing = work.criteria.length - scores.length;
    const tasks = tasksIn(sheet, narrowed, `/reviews/${id}/scores`);
    return new Page('reviews/blind-scoring/queue/views/queue.njk', {
      title: 'Score the criteria',
      caption: work.review.organisation,
      back: `/reviews/${id}`,
      said: `${String(scores.length)} of ${String(work.criteria.length)} scored.`,
      at: `/reviews/${id}/scores`,
      narrowed,
      next: lock === null ? nextOf(sheet, narrowed, `/reviews/${id}/scores`) : null,
      lock: {
        text: lockSentence(missing, lock !== null),
        ready: missing === 0 && lock === null,
        receipt: lock === null ? [] : receiptOf(lock),
        action: `/reviews/${id}/lock`,
      },
      groups: tasks.length === 0 ? [] : [{ name: '', tasks }],
      found: tasks.length,
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
}

const UNSURE = ', not sure';

function tasksIn({ work, scores }: ScoringSheet, narrowed: Narrowed, at: string): Task[] {
  const done = new Map(
    scores.map(({ criterion, score, confidence }) => [
      criterion,
      `Scored: ${score}${confidence === 'low' ? UNSURE : ''}`,
    ]),
  );
  return queueOf(work.criteria, scores, narrowed).map((each) => {
    const task = taskOf(each, { at, done });
    const isRedLine = each.gravity === 'RED_LINE';
    return {
      ...task,
      href: addressInQueue(task.href, narrowed),
      text: isRedLine ? `${task.text}, red line` : task.text,
    };
  });
}

/** The first criterion of the list that has no score yet, or that the list was narrowed to for a second look. */
function nextOf({ work, scores }: ScoringSheet, narrowed: Narrowed, at: string): object | null {
  const code = nextInQueue(work.criteria, scores, { code: '', narrowed });
  return code === null ? null : { code, href: addressInQueue(`${at}/${code}`, narrowed) };
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
