import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { Act, Look } from '../../ledger/act.js';
import type { ChangeAfterReply } from '../../review-method/moderation/meetings.js';
import { doesCount } from '../../review-method/moderation/proposal-outcome.js';
import { countedScore, type Limits } from '../../review-method/scoring/cap-by-evidence.js';
import type { ScoreWithGrade } from '../../review-method/moderation/settled-score.js';
import { day as inWords, sentenceList } from '../../web/words.js';
import { FindingsQueries } from '../findings/findings.queries.js';
import { settling } from '../findings/settling.js';
import { MeetingsQueries } from '../meeting/meetings.queries.js';
import type { PlacedRow } from '../meeting/placed-proposal.js';
import { newestProposal, proposing, telling } from '../meeting/proposing.js';
import { MeetingNeeds } from '../moderation/meeting-needs.js';

/** A change of a score that follows from the decision on a reply. */
export interface ChangeToPropose extends ScoreWithGrade {
  readonly reviewId: Uuid;
  readonly criterion: string;
  readonly reason: string;
  readonly decisionId: Uuid;
}

/** What an accepted reply changes: it is proposed to the reviewers, and counts only as far as they carry it. */
@Injectable()
export class ChangesAfterReplies {
  constructor(
    private readonly meetings: MeetingsQueries,
    private readonly findings: FindingsQueries,
    private readonly needs: MeetingNeeds,
  ) {}

  /** The acts that propose a change to the reviewers and tell them of it. */
  async proposed(
    look: Look,
    actor: Actor,
    { decisionId: replyDecisionId, ...change }: ChangeToPropose,
    today: CalendarDay,
  ): Promise<readonly Act[]> {
    const known = await look(this.meetings.proposalsIn(actor, change.reviewId));
    const told = await look(this.meetings.toTell(actor, change.reviewId, today));
    const seq = (newestProposal(known, change.criterion)?.seq ?? 0) + 1;
    return [proposing(actor, { ...change, seq, tookPart: [], replyDecisionId }, today), ...telling(told)];
  }

  /** The acts that write down what reviewers carry. @throws OutOfTurn while they can still speak. */
  async settled(
    look: Look,
    actor: Actor,
    { reviewId, today }: { readonly reviewId: Uuid; readonly today: CalendarDay },
  ): Promise<readonly Act[]> {
    const known = await look(this.findings.newestFindings(actor, reviewId));
    const { needs } = await this.needs.seenIn(look, actor, { reviewId, today });
    const changes = needs.flatMap(({ criterion, afterReply, limits }) =>
      afterReply ? { criterion, limits, ...afterReply } : [],
    );
    mustHaveSpoken(changes);
    return changes
      .filter(({ outcome }) => doesCount(outcome))
      .map(({ criterion, limits, proposal: { row } }) => {
        const { grade, reason, replyDecisionId } = row;
        const after = { criterion, score: countedScore(row, limits), grade, reason, replyDecisionId };
        return settling({ ...after, settledBy: 'reply' }, { reviewId, known, day: today });
      });
  }
}

/** A change that was proposed after a reply to a finding was accepted. */
interface ProposedChange extends ChangeAfterReply<PlacedRow> {
  readonly criterion: string;
  readonly limits: Limits;
}

function mustHaveSpoken(changes: readonly ProposedChange[]): void {
  const waiting = changes
    .filter(({ outcome }) => outcome === 'WAITING')
    .map(({ criterion, proposal }) => `${criterion} (until ${inWords(proposal.confirmBy)})`);
  if (waiting.length > 0)
    throw new OutOfTurn(
      `Reviewers can still confirm or dissent from what was proposed after replies: ${sentenceList(waiting)}.`,
    );
}
