import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { heldReview } from '../held-review.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { scoreFaults } from '../../review-method/scoring/score-faults.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { FindingsQueries } from '../findings/findings.queries.js';
import type { MeetingNeed } from '../../review-method/moderation/meetings.js';
import { MeetingNeeds } from './meeting-needs.js';
import { ModeratedScore, newModeratedScore } from '../findings/moderated-score.entity.js';

/** What a meeting of the reviewers decided about one criterion. */
export interface ScoreToSettle {
  readonly criterion: string;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  /** What a reviewer who did not agree says; kept and published. */
  readonly minorityView?: string | undefined;
  /** The `seq` of the finding the person saw, 0 for none. */
  readonly after?: number | undefined;
}

const AGREED =
  'The reviewers’ scores were close enough to settle without a meeting; where they were one apart the lower counts.';

/** Settles what counts for each criterion, after all reviewers have locked and by somebody who did not score. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly findings: FindingsQueries,
    private readonly meetings: MeetingNeeds,
    private readonly clock: Clock,
  ) {}

  /** Records what meetings decided, all or none, and returns the ids. */
  async moderate(actor: Actor, reviewId: Uuid, given: readonly ScoreToSettle[]): Promise<Uuid[]> {
    await this.reviews.header(actor, reviewId);
    const issues = given.flatMap(faultsOf);
    if (issues.length > 0) throw new Unprocessable(issues);
    const known = await this.findings.findings(actor, reviewId);
    const settledOn = this.clock.today();
    const settled = given.map((one) => {
      const seq = known.find(({ criterion }) => criterion === one.criterion)?.seq ?? 0;
      if (one.after !== undefined && one.after !== seq) throw new ChangedMeanwhile();
      return newModeratedScore({ ...one, reviewId, seq: seq + 1, settledBy: 'meeting', settledOn });
    });
    await this.ledger.performAll(
      actor,
      settled.map((one) => adding('moderate', ModeratedScore, one)),
    );
    return settled.map(({ id }) => id);
  }

  /**
   * Settles every criterion that needed no meeting, closes moderation and begins the time for reply; returns the last
   * day for replies.
   * @throws OutOfTurn naming the criteria that still need a meeting.
   */
  async close(actor: Actor, reviewId: Uuid): Promise<CalendarDay> {
    const review = await this.reviews.header(actor, reviewId);
    const day = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const held = await heldReview(look, reviewId);
      const found = await look(this.findings.newestFindings(actor, reviewId));
      const known = new Set(found.map(({ criterion }) => criterion));
      const needs = await this.meetings.seenIn(look, actor, review);
      const open = needs.filter(({ criterion }) => !known.has(criterion));
      if (held !== null && held.scoresOpenedOn !== null) mustHaveMet(open);
      await perform(...open.flatMap((need) => agreed(need, reviewId, day)));
      let replyDueOn = day;
      const close = (closing: Review): void => {
        replyDueOn = closing.closeModeration(day, review.replyWorkingDays);
      };
      await perform(changing('close-moderation', Review, reviewId, { change: close }));
      return replyDueOn;
    });
  }
}

function mustHaveMet(open: readonly MeetingNeed[]): void {
  const waiting = open.filter(({ settled }) => settled === null);
  if (waiting.length > 0)
    throw new OutOfTurn(
      `The reviewers must first meet about ${waiting.map(({ criterion }) => criterion).join(', ')}.`,
    );
}

/** What settles a criterion about which nobody need meet; nothing for the others. */
function agreed({ criterion, settled }: MeetingNeed, reviewId: Uuid, settledOn: CalendarDay): Act[] {
  if (settled === null) return [];
  const said = { criterion, reason: AGREED, seq: 1, settledBy: 'agreement', settledOn } as const;
  return [adding('moderate', ModeratedScore, newModeratedScore({ ...settled, ...said, reviewId }))];
}

function faultsOf({ score, grade, reason }: ScoreToSettle): { field: string; text: string }[] {
  return scoreFaults({ score, grade, rationale: reason, notApplicableReason: reason }).map(
    ({ field, text }) => ({
      field: field === 'score' || field === 'grade' ? field : 'reason',
      text,
    }),
  );
}
