import type { Issue } from '../../../kernel/refusal.js';

/** One organisation as the Organisation Data Service publishes it; blank cells are null and dates are YYYY-MM-DD. */
export interface OdsOrganisation {
  /** The line of the file that it was read from, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** As published, usually in capital letters; `displayName` makes it readable. */
  readonly name: string;
  readonly nationalGrouping: string | null;
  /** The commissioner grouping: an integrated care board's code in editions since July 2022, others before. */
  readonly highLevelHealthGeography: string | null;
  /** The address lines that are not blank, in published order. */
  readonly addressLines: readonly string[];
  /** The fourth line of the address, in which the files have the town. */
  readonly town: string | null;
  /** The fifth, in which they have the county, where they have one. */
  readonly county: string | null;
  readonly postcode: string | null;
  readonly openDate: string | null;
  /** Set when the organisation has closed, or is due to close on a date still to come. */
  readonly closeDate: string | null;
}

/** One reason why a file cannot be imported. */
export interface OdsFault {
  /** Counted from 1; null where the fault is about the file as a whole. */
  readonly line: number | null;
  readonly reason: string;
}

/** The faults of a file as a form tells them, each with its line. */
export function issuesOf(faults: readonly OdsFault[]): Issue[] {
  return faults.map(({ line, reason }) => ({
    field: 'file',
    text: line === null ? reason : `Line ${line}: ${reason}`,
  }));
}
