import type { CalendarDay } from '../kernel/calendar-day.js';
import { day, plural } from '../web/words.js';
import type { ActionRow } from './actions/actions.queries.js';
import { DISCLOSURE_WORDS, type DisclosureFinding } from './disclosure/disclosure-finding.js';
import type { PromiseRow } from './promises/promised-publication.js';
import type { StateTag } from './content/result-words.js';
import { actionWithState } from './actions/action-rows.js';
import { promiseSummary } from './promises/promise-summary.js';

/** One cell of a page's table: a text, a link, or a state. */
export type TableCell =
  | string
  | { readonly text: string; readonly href: string }
  | { readonly state: string; readonly tone: StateTag['tone'] };

/** The rows of a page's table. */
export type TableRows = readonly (readonly TableCell[])[];

/** A state as a cell. */
export function stateCell({ text: state, tone }: StateTag): TableCell {
  return { state, tone };
}

/** Promises whose day has passed in silence: scheme, trust, round, promised day, and how late. */
export function overdueRows(promises: readonly PromiseRow[], today: CalendarDay): TableRows {
  return promises.map((row) => {
    const { href, daysLate } = promiseSummary(row, today);
    const scheme = { text: row.deployment ?? row.organisation, href };
    return [scheme, row.organisation, row.round, day(row.promisedOn), plural(daysLate ?? 0, 'day')];
  });
}

/** Every promise: scheme, trust, round, promised day, how it stands, and the rating where there is one. */
export function promiseRows(promises: readonly PromiseRow[], today: CalendarDay): TableRows {
  return promises.map((row) => {
    const { href, standing, rating } = promiseSummary(row, today);
    const scheme = { text: row.deployment ?? row.organisation, href };
    const rated = rating ? stateCell(rating) : 'None';
    return [scheme, row.organisation, row.round, day(row.promisedOn), stateCell(standing), rated];
  });
}

/** Actions: what is to be done, by which trust and post, by when, and where it stands. */
export function actionRows(actions: readonly ActionRow[], today: CalendarDay): TableRows {
  return actions.map((row) => {
    const { state } = actionWithState(row, today);
    const what = { text: shortened(row.what), href: `/actions/${row.id}` };
    return [what, row.organisation, row.ownerPost, day(row.dueOn), stateCell(state)];
  });
}

/** What a disclosure check found: where, whether it stops the release, the words, and why it was found. */
export function findingRows(findings: readonly DisclosureFinding[]): TableRows {
  return findings.map(({ kind, place, excerpt, stops }) => [
    place,
    stops ? { state: 'Stops the release', tone: 'stop' } : { state: 'Look at it', tone: 'attention' },
    excerpt,
    DISCLOSURE_WORDS[kind],
  ]);
}

const LONGEST = 120;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}
