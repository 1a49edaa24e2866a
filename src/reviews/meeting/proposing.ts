import { personIdOf, type Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { adding, running, type Act } from '../../ledger/act.js';
import { made, type Stored } from '../../platform/database/recorded.js';
import { letterTo } from '../../platform/mail/letter.js';
import type { ScoreProposalRow } from './meetings.queries.js';
import { ScoreProposal } from './score-proposal.entity.js';

/** Working days that reviewers have to confirm what was proposed or to dissent. */
export const DAYS_TO_CONFIRM = 5;

/** What is proposed; who proposes it, when, and until when reviewers can speak to it follow. */
export type ToPropose = Pick<
  Stored<ScoreProposal>,
  'reviewId' | 'criterion' | 'seq' | 'score' | 'grade' | 'reason' | 'tookPart' | 'replyDecisionId'
>;

/** The act that proposes a score to the reviewers, who have five working days from today. */
export function proposing(actor: Actor, proposed: ToPropose, today: CalendarDay): Act {
  const proposal = made(ScoreProposal, {
    id: newId(),
    ...proposed,
    proposedBy: personIdOf(actor),
    proposedOn: today,
    confirmBy: addWorkingDays(today, DAYS_TO_CONFIRM),
  });
  return adding('propose', ScoreProposal, proposal);
}

/** The newest of the proposals about a criterion. */
export function newestProposal(
  proposals: readonly ScoreProposalRow[],
  criterion: string,
): ScoreProposalRow | undefined {
  return proposals.findLast((proposal) => proposal.criterion === criterion);
}

/** Tells reviewers by mail that a proposal waits for them; it carries nothing of the case. */
export function telling(people: readonly { readonly personId: Uuid }[]): Act[] {
  const days = String(DAYS_TO_CONFIRM);
  return people.map(({ personId }) =>
    running(
      letterTo(
        personId,
        'A proposal about a score waits for your word',
        `Reviewers have met, and a score was proposed. Sign in and look under Your reviews: you have ${days} working days to confirm it, or to dissent in your own words. Silence is published as silence.`,
      ),
    ),
  );
}
