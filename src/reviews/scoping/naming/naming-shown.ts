import type { CsvColumn } from '../../../web/answer/download.js';
import { NAMING_STANDING_WORDS, namingStanding } from './naming-standing.js';
import type { NamingRow } from './namings.queries.js';

/** Where a naming stands, as the tag of a page shows it. */
export function namingState(row: NamingRow) {
  const { text: state, tone } = NAMING_STANDING_WORDS[namingStanding(row)];
  return { state, tone };
}

/** The columns of the table of named schemes to download. */
export const NAMING_COLUMNS: readonly CsvColumn<NamingRow>[] = [
  { heading: 'scheme', cell: ({ scheme }) => scheme },
  { heading: 'scheme_key', cell: ({ schemeKey }) => schemeKey },
  { heading: 'organisation', cell: ({ organisation }) => organisation },
  { heading: 'organisation_key', cell: ({ organisationKey }) => organisationKey },
  { heading: 'ods_code', cell: ({ odsCode }) => odsCode },
  { heading: 'standing', cell: (row) => namingStanding(row) },
  { heading: 'named', cell: ({ namedOn }) => namedOn },
  { heading: 'named_because', cell: ({ reason }) => reason },
  { heading: 'answered', cell: ({ answer }) => answer?.answeredOn },
  { heading: 'answer', cell: ({ answer }) => answer?.says },
  { heading: 'answer_because', cell: ({ answer }) => answer?.reason },
  { heading: 'decided', cell: ({ decision }) => decision?.decidedOn },
  { heading: 'decision', cell: ({ decision }) => decision?.outcome },
  { heading: 'decided_because', cell: ({ decision }) => decision?.reason },
];
