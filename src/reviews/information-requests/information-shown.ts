import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { CsvColumn } from '../../web/answer/download.js';
import { day, plural } from '../../web/words.js';
import {
  INFORMATION_STANDING_WORDS,
  informationStanding,
  type InformationDays,
  type StandingRequest,
} from './information-standing.js';
import type { InformationStepRow } from './information.queries.js';

/** A request as everyone reads it, with where it stands on a day. */
export type StandingStep = InformationStepRow & StandingRequest;

/** Where a request stands, as the tag of a page shows it. */
export function informationState(days: InformationDays, today: CalendarDay) {
  const { text: state, tone } = INFORMATION_STANDING_WORDS[informationStanding(days, today).standing];
  return { state, tone };
}

/** How late a request is answered, and what that means for the scores, in words; empty where there is nothing to say. */
export function lateInWords({ daysLate, isAfterScores, standing }: StandingRequest): string {
  if (standing === 'VOIDED') return '';
  const late = daysLate === 0 ? '' : `${plural(daysLate, 'day')} late. `;
  return `${late}${isAfterScores ? 'The scores do not rest on it: they were open before.' : ''}`.trim();
}

/** One row of the table that everyone reads. */
export function stepRow(step: StandingStep) {
  const { text: state, tone } = INFORMATION_STANDING_WORDS[step.standing];
  return [
    step.organisation,
    step.deployment ?? 'Not public',
    step.criterion,
    day(step.askedOn),
    day(step.dueOn),
    { state, tone },
    [step.answeredOn === null ? '' : `On ${day(step.answeredOn)}.`, lateInWords(step)].join(' ').trim() ||
      'No',
  ];
}

/** The columns of that table to download. */
export const INFORMATION_COLUMNS: readonly CsvColumn<StandingStep>[] = [
  { heading: 'organisation', cell: ({ organisation }) => organisation },
  { heading: 'organisation_key', cell: ({ key }) => key },
  { heading: 'ods_code', cell: ({ odsCode }) => odsCode },
  { heading: 'scheme', cell: ({ deployment }) => deployment },
  { heading: 'review', cell: ({ reviewId }) => reviewId },
  { heading: 'criterion', cell: ({ criterion }) => criterion },
  { heading: 'asked', cell: ({ askedOn }) => askedOn },
  { heading: 'due', cell: ({ dueOn }) => dueOn },
  { heading: 'standing', cell: ({ standing }) => standing },
  { heading: 'answered', cell: ({ answeredOn }) => answeredOn },
  { heading: 'days_late', cell: ({ daysLate }) => daysLate },
  { heading: 'after_scores_were_open', cell: ({ isAfterScores }) => (isAfterScores ? 'yes' : 'no') },
];
