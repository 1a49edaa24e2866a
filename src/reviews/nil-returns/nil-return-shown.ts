import type { CsvColumn } from '../../web/answer/download.js';
import type { NilReturnRow } from './nil-returns.queries.js';

/** Whether a nil return counts, in words and with the tone of a state. */
export function nilReturnState({
  setAside,
  executiveSignedOn,
}: Pick<NilReturnRow, 'setAside' | 'executiveSignedOn'>) {
  if (setAside !== null) return { state: 'Set aside, counts no more', tone: 'stop' } as const;
  return executiveSignedOn === null
    ? ({ state: 'Waits for the executive’s signature', tone: 'attention' } as const)
    : ({ state: 'Signed by two people', tone: 'quiet' } as const);
}

/** The columns of the table of nil returns to download. */
export const NIL_RETURN_COLUMNS: readonly CsvColumn<NilReturnRow>[] = [
  { heading: 'organisation', cell: ({ organisation }) => organisation },
  { heading: 'organisation_key', cell: ({ key }) => key },
  { heading: 'ods_code', cell: ({ odsCode }) => odsCode },
  { heading: 'state', cell: (one) => nilReturnState(one).state },
  { heading: 'names_searched', cell: ({ namesSearched }) => namesSearched.join('; ') },
  { heading: 'places_searched', cell: ({ placesSearched }) => placesSearched.join('; ') },
  { heading: 'searched_by', cell: ({ searchedBy }) => searchedBy },
  {
    heading: 'schemes_said_to_be_none',
    cell: ({ notSchemes }) =>
      notSchemes.map(({ title, why }) => `${title ?? 'A scheme that is not public'}: ${why}`).join('; '),
  },
  { heading: 'signed', cell: ({ signedOn }) => signedOn },
  { heading: 'signed_by_executive', cell: ({ executiveSignedOn }) => executiveSignedOn },
  {
    heading: 'challenges',
    cell: ({ challenges }) => challenges.map(({ group, statement }) => `${group}: ${statement}`).join('; '),
  },
  { heading: 'set_aside', cell: ({ setAside }) => setAside?.on },
  { heading: 'set_aside_because', cell: ({ setAside }) => setAside?.reason },
];
