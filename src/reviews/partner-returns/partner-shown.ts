import { countInWords } from '../../deployments/entries/rounded-count.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { CsvColumn } from '../../web/answer/download.js';
import { day, plural, stretch } from '../../web/words.js';
import { PARTNER_STANDING_WORDS, partnerStanding } from './partner-standing.js';
import { TOOK_PART } from './partner-return.entity.js';
import type { PartnerRow } from './partner-returns.queries.js';

/** How an agency stands, as the tag of a page shows it. */
export function partnerState(row: PartnerRow, today: CalendarDay) {
  const { text: state, tone } = PARTNER_STANDING_WORDS[partnerStanding(row, today).standing];
  return { state, tone };
}

/** How late an agency is or was, in words; empty in time. */
export function partnerLate(row: PartnerRow, today: CalendarDay): string {
  const { daysLate } = partnerStanding(row, today);
  return daysLate === 0 ? '' : `${plural(daysLate, 'day')} late`;
}

/** A return as a summary of questions and answers, in the agency's own words. */
export function returnInWords(said: NonNullable<PartnerRow['said']>): { key: string; value: string }[] {
  const rows: (readonly [string, string | null])[] = [
    ['Did it take part?', TOOK_PART[said.tookPart]],
    ['When', stretch(said.since, said.until)],
    ['Its staff', said.staff],
    ['Records that were shared with it', said.records],
    ['On what basis', said.basis],
    ['How many people', countInWords(said.people)],
    ['Complaints it received', countInWords(said.complaints)],
    ['What has stopped, and what goes on', said.stopped],
    ['What it looked at', said.searched],
    ['Signed', `${said.post}, ${day(said.signedOn)}`],
  ];
  return rows.map(([key, value]) => ({ key, value: value === null || value === '' ? 'Not said' : value }));
}

/** The columns of the table of partner returns to download. */
export function partnerColumns(today: CalendarDay): readonly CsvColumn<PartnerRow>[] {
  return [
    { heading: 'scheme', cell: ({ scheme }) => scheme },
    { heading: 'scheme_key', cell: ({ schemeKey }) => schemeKey },
    { heading: 'organisation', cell: ({ organisation }) => organisation },
    { heading: 'organisation_key', cell: ({ organisationKey }) => organisationKey },
    { heading: 'asked', cell: ({ askedOn }) => askedOn },
    { heading: 'due', cell: ({ dueOn }) => dueOn },
    { heading: 'standing', cell: (row) => partnerStanding(row, today).standing },
    { heading: 'days_late', cell: (row) => partnerStanding(row, today).daysLate },
    { heading: 'signed', cell: ({ said }) => said?.signedOn },
    { heading: 'took_part', cell: ({ said }) => said?.tookPart },
    { heading: 'since', cell: ({ said }) => said?.since },
    { heading: 'until', cell: ({ said }) => said?.until },
    { heading: 'staff', cell: ({ said }) => said?.staff },
    { heading: 'records', cell: ({ said }) => said?.records },
    { heading: 'basis', cell: ({ said }) => said?.basis },
    { heading: 'people_rounded', cell: ({ said }) => said?.people },
    { heading: 'complaints_rounded', cell: ({ said }) => said?.complaints },
    { heading: 'stopped', cell: ({ said }) => said?.stopped },
    { heading: 'looked_at', cell: ({ said }) => said?.searched },
    { heading: 'signed_as', cell: ({ said }) => said?.post },
  ];
}
