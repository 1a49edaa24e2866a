import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { daysLate } from '../progress/review-standing.js';
import type { StateTag } from '../../web/state-tag.js';

/** How far an organisation has come in a round with one scheme, or with none. */
export const ROUND_STANDINGS = [
  'SAYS_NOTHING',
  'SILENT',
  'ACKNOWLEDGED',
  'ANSWERING',
  'LATE',
  'NIL',
  'SUBMITTED',
  'SCORED',
  'MODERATED',
  'REPLIED',
  'PUBLISHED',
  'REMOVED',
  'VOIDED',
] as const;

/** One of them. */
export type RoundStanding = (typeof ROUND_STANDINGS)[number];

/** The words and the tone of each. */
export const ROUND_STANDING_WORDS: Readonly<Record<RoundStanding, StateTag>> = {
  SAYS_NOTHING: { text: 'Has said nothing yet', tone: 'attention' },
  SILENT: { text: 'Silent', tone: 'stop' },
  ACKNOWLEDGED: { text: 'Acknowledged', tone: 'waiting' },
  ANSWERING: { text: 'Answering', tone: 'waiting' },
  LATE: { text: 'Late with its answer', tone: 'stop' },
  NIL: { text: 'Signed that it has none', tone: 'quiet' },
  SUBMITTED: { text: 'Submitted', tone: 'good' },
  SCORED: { text: 'Scored', tone: 'good' },
  MODERATED: { text: 'Moderated', tone: 'good' },
  REPLIED: { text: 'Replied', tone: 'good' },
  PUBLISHED: { text: 'Published', tone: 'good' },
  REMOVED: { text: 'Removed after it was asked', tone: 'quiet' },
  VOIDED: { text: 'Owes nothing, the round was voided', tone: 'quiet' },
};

/** What a round promised first, and whether it still stands. */
export interface RoundPromise {
  readonly firstSelfReviewDue: CalendarDay;
  readonly voidedOn: CalendarDay | null;
}

/** What is known of one organisation in a round, with the steps of the review of one of its schemes, if there is one. */
export interface LineFacts {
  readonly organisationId: string;
  /** When it was asked, by the scope of the round; null where a review was started for it outside the scope. */
  readonly scopedOn: CalendarDay | null;
  readonly removedOn: CalendarDay | null;
  readonly scopeAcknowledgedOn: CalendarDay | null;
  /** When the return that it has none was signed by the second person; null where it was set aside, or passes over a scheme named since. */
  readonly nilOn: CalendarDay | null;
  /** When it was signed first: that says something, and is no answer yet. */
  readonly nilBegunOn: CalendarDay | null;
  /** When it first answered about a scheme that was named for it: that says something too. */
  readonly namingAnsweredOn: CalendarDay | null;
  readonly startedOn: CalendarDay | null;
  readonly acknowledgedOn: CalendarDay | null;
  readonly answeredOn: CalendarDay | null;
  readonly submittedOn: CalendarDay | null;
  readonly scoresOpenedOn: CalendarDay | null;
  readonly moderationClosedOn: CalendarDay | null;
  readonly repliedOn: CalendarDay | null;
  readonly releasedOn: CalendarDay | null;
}

/** One line of the table of a round: the day of each step, null for what was not done, and what follows from them. */
export interface RoundLine {
  readonly standing: RoundStanding;
  readonly asked: CalendarDay | null;
  readonly acknowledged: CalendarDay | null;
  readonly answering: CalendarDay | null;
  readonly submitted: CalendarDay | null;
  readonly nil: CalendarDay | null;
  readonly scored: CalendarDay | null;
  readonly moderated: CalendarDay | null;
  readonly replied: CalendarDay | null;
  readonly published: CalendarDay | null;
  /** Since when nothing was said: the day of asking, until something is said. */
  readonly silentSince: CalendarDay | null;
  /** Calendar days after the day first promised, up to the answer or the day asked about; 0 in time. */
  readonly daysLate: number;
}

/** How one organisation stands in a round on a day. Whatever is late is counted from the day first promised. */
export function roundLine(facts: LineFacts, round: RoundPromise, today: CalendarDay): RoundLine {
  const asked = earliest(facts.scopedOn, facts.startedOn);
  const acknowledged = earliest(facts.scopeAcknowledgedOn, facts.acknowledgedOn);
  const { answeredOn, submittedOn, nilBegunOn, namingAnsweredOn } = facts;
  const said = earliest(acknowledged, answeredOn, submittedOn, nilBegunOn, namingAnsweredOn);
  const owes = round.voidedOn === null && facts.removedOn === null;
  const answered = earliest(facts.submittedOn, facts.nilOn);
  return {
    standing: standingOf(facts, round, { said, today }),
    ...{ asked, acknowledged, answering: facts.answeredOn, submitted: facts.submittedOn, nil: facts.nilOn },
    scored: facts.scoresOpenedOn,
    moderated: facts.moderationClosedOn,
    replied: facts.repliedOn,
    published: facts.releasedOn,
    silentSince: said === null ? asked : null,
    daysLate: owes || answered !== null ? daysLate(round.firstSelfReviewDue, answered ?? today) : 0,
  };
}

function standingOf(
  facts: LineFacts,
  { voidedOn, firstSelfReviewDue }: RoundPromise,
  { said, today }: { readonly said: CalendarDay | null; readonly today: CalendarDay },
): RoundStanding {
  const isDue = today > firstSelfReviewDue;
  if (voidedOn !== null) return 'VOIDED';
  if (facts.submittedOn !== null) return stepOf(facts);
  if (facts.nilOn !== null) return 'NIL';
  if (facts.removedOn !== null) return 'REMOVED';
  if (said === null) return isDue ? 'SILENT' : 'SAYS_NOTHING';
  if (isDue) return 'LATE';
  return facts.answeredOn === null ? 'ACKNOWLEDGED' : 'ANSWERING';
}

/** The furthest step of what was submitted; a release of silence before it is no result of the answer. */
function stepOf({ scoresOpenedOn, moderationClosedOn, repliedOn, releasedOn }: LineFacts): RoundStanding {
  if (moderationClosedOn !== null && releasedOn !== null && releasedOn >= moderationClosedOn)
    return 'PUBLISHED';
  if (moderationClosedOn !== null && repliedOn !== null) return 'REPLIED';
  if (moderationClosedOn !== null) return 'MODERATED';
  return scoresOpenedOn === null ? 'SUBMITTED' : 'SCORED';
}

function earliest(...days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}
