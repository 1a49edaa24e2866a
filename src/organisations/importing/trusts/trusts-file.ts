import { createHash } from 'node:crypto';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { PartialDate } from '../../../kernel/days/partial-date.js';
import { Unprocessable, type Issue } from '../../../kernel/refusal.js';
import { issuesOf, type OdsOrganisation } from '../ods/ods-organisation.js';
import { otherThanTrusts } from '../ods/other-than-trusts.js';
import { parseOdsFile } from '../ods/parse-ods-file.js';
import { editionNamedIn } from './edition-named.js';

/** The published file of trusts as somebody hands it over. */
export interface HandedOver {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The date of the edition as whoever hands it over says it; null where the name of the file says it. */
  readonly edition: string | null;
}

/** A file of trusts that can be used, with the date of its edition. */
export interface TrustsFile {
  readonly name: string;
  readonly sha256: string;
  readonly edition: PartialDate;
  readonly rows: readonly OdsOrganisation[];
}

/** How long before it opens a trust may stand in a published file. */
const YEARS_AHEAD = 1;

/**
 * Reads a file of trusts whole.
 * @throws Unprocessable with every line that cannot be read or is no trust, or with what is wrong with its date.
 */
export function trustsFile({ name, bytes, edition: said }: HandedOver, today: CalendarDay): TrustsFile {
  const reading = parseOdsFile(bytes);
  const faults = 'faults' in reading ? reading.faults : otherThanTrusts(reading.rows);
  if (faults.length > 0 || 'faults' in reading) throw new Unprocessable(issuesOf(faults), NOT_IMPORTED);
  const { rows } = reading;
  const edition =
    said === null ? editionNamedIn(name) : PartialDate.accepts(said) ? PartialDate.from(said) : null;
  if (edition === null) throw refusal(ASK);
  const fault = faultOf(edition, { name, rows, today });
  if (fault !== undefined) throw refusal(fault);
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), edition, rows };
}

const NOT_IMPORTED = 'The file was not imported. Nothing was changed.';
const ASK =
  'Say of which month or day this edition is, such as 2026-01. The file itself does not say it, and its name does not either.';

function faultOf(
  edition: PartialDate,
  {
    name,
    rows,
    today,
  }: { readonly name: string; readonly rows: readonly OdsOrganisation[]; readonly today: string },
): string | undefined {
  if (edition.precision === 'year' || edition.precision === 'season') return ASK;
  if (edition.earliestDay > today)
    return `${edition.toString()} is still to come. Say of which month or day this edition is.`;
  const named = editionNamedIn(name);
  if (named && (named.isCertainlyBefore(edition) || edition.isCertainlyBefore(named)))
    return `The name of the file says ${named.toString()}, and you say ${edition.toString()}. Find out which is right; if the name is wrong, rename the file.`;
  const last =
    rows
      .map(({ openDate }) => openDate ?? '')
      .sort()
      .at(-1) ?? '';
  const horizon = `${Number(edition.latestDay.slice(0, 4)) + YEARS_AHEAD}${edition.latestDay.slice(4)}`;
  if (last > horizon)
    return `A trust in this file opened on ${PartialDate.from(last).toString()}: an edition of ${edition.toString()} cannot know that. Find out of which month or day it is.`;
  return undefined;
}

function refusal(text: string): Unprocessable {
  const issue: Issue = { field: 'edition', text };
  return new Unprocessable([issue], NOT_IMPORTED);
}
