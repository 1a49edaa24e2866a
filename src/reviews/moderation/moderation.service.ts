import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { day as inWords, sentenceList } from '../../web/words.js';
import type { PanelFault } from '../../review-method/panel/panel-faults.js';
import type { MeetingNeed } from '../../review-method/moderation/meetings.js';
import { settledBecause } from '../../review-method/moderation/settled-score.js';
import { FindingsQueries } from '../findings/findings.queries.js';
import { countedBefore, settling, type SettlingReview } from '../findings/settling.js';
import { heldReview } from '../held-review.js';
import type { PlacedRow } from '../meeting/placed-proposal.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { MeetingNeeds } from './meeting-needs.js';

/** Ends moderation, when every criterion has settled by the scores and meetings of the reviewers. Nobody types what counts. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly findings: FindingsQueries,
    private readonly meetings: MeetingNeeds,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down what counts for every criterion, closes moderation and begins the time for reply; returns the last day
   * for replies.
   * @throws OutOfTurn naming the criteria about which reviewers must still meet, or can still confirm, or what the panel lacks.
   */
  async close(actor: Actor, reviewId: Uuid): Promise<CalendarDay> {
    const review = await this.reviews.header(actor, reviewId);
    const day = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const held = await heldReview(look, reviewId);
      const known = await look(this.findings.newestFindings(actor, reviewId));
      const { needs, faults } = await this.meetings.seenIn(look, actor, { reviewId, today: day });
      if (held !== null && held.scoresOpenedOn !== null) {
        mustBeIndependent(faults);
        mustBeSettled(needs);
      }
      await perform(...needs.flatMap((need) => settlingNeed(need, { reviewId, known, day })));
      let replyDueOn = day;
      const close = (closing: Review): void => {
        replyDueOn = closing.closeModeration(day, review.replyWorkingDays);
      };
      await perform(changing('close-moderation', Review, reviewId, { change: close }));
      return replyDueOn;
    });
  }
}

function mustBeIndependent(faults: readonly PanelFault[]): void {
  if (faults.length > 0) throw new OutOfTurn(faults.map(({ sentence }) => sentence).join(' '));
}

function mustBeSettled(needs: readonly MeetingNeed[]): void {
  const toMeet = needs.filter(({ settled }) => settled.state === 'to-meet');
  const waiting = needs.flatMap(({ criterion, settled }) =>
    settled.state === 'waiting' ? `${criterion} (until ${inWords(settled.proposal.confirmBy)})` : [],
  );
  const sentences = [
    toMeet.length > 0 &&
      `The reviewers must first meet about ${sentenceList(toMeet.map(({ criterion }) => criterion))}.`,
    waiting.length > 0 && `Reviewers can still confirm or dissent: ${sentenceList(waiting)}.`,
  ].filter((sentence) => sentence !== false);
  if (sentences.length > 0) throw new OutOfTurn(sentences.join(' '));
}

/** What writes down what counts for one criterion; nothing where it stands there already. */
function settlingNeed(need: MeetingNeed<PlacedRow>, review: SettlingReview): Act[] {
  const { criterion, settled } = need;
  if (settled.state !== 'settled') return [];
  const { score, grade, by: settledBy } = settled;
  const before = countedBefore(review.known, criterion);
  if (before?.score === score && before.grade === grade && before.settledBy === settledBy) return [];
  const reason = settledBecause(settled.outcome, need.proposal?.row.reason ?? '');
  return [settling({ criterion, score, grade, settledBy, reason }, review)];
}
