/** How a cell becomes a value: as it stands, left out or null where it is empty, a number, or codes with spaces between. */
export type CellForm = 'text' | 'left out' | 'null' | 'number' | 'codes' | 'codes or left out' | 'empty text';

/** One value of a part: the name it has in an edition, the column it stands in, and its form. */
export interface CellOf {
  readonly name: string;
  readonly column: string;
  readonly form: CellForm;
}

/** The columns of an edition as a table. The first says what a row is. */
export const CSV_COLUMNS = [
  ...[
    'kind',
    'code',
    'title',
    'text',
    'domain',
    'within',
    'formerly',
    'derivation',
    'from',
    'to',
    'stops_from',
  ],
  ...[
    'element',
    'evidence',
    'concerns',
    'source',
    'ref',
    'confidence',
    'owner',
    'sort',
    'superseded_by',
    'note',
  ],
  ...['version', 'label', 'label_for_law', 'carries'],
] as const;

const cell = (name: string, column: string, form: CellForm = 'text'): CellOf => ({ name, column, form });

/** The rows that are items of a list of the edition: which list, and what stands in which column. */
export const CSV_LISTS: ReadonlyMap<string, { readonly list: string; readonly cells: readonly CellOf[] }> =
  new Map([
    [
      'domain',
      {
        list: 'domains',
        cells: [cell('code', 'code'), cell('name', 'title'), cell('within', 'within', 'left out')],
      },
    ],
    ['element', { list: 'elements', cells: [cell('number', 'code', 'number'), cell('text', 'text')] }],
    ['concern', { list: 'letterConcerns', cells: [cell('code', 'code'), cell('text', 'text')] }],
    [
      'source',
      {
        list: 'guidelines',
        cells: [
          ...[cell('key', 'code'), cell('title', 'title'), cell('owner', 'owner'), cell('kind', 'sort')],
          ...[cell('inForceFrom', 'from'), cell('inForceTo', 'to', 'null')],
          ...[cell('supersededBy', 'superseded_by', 'null'), cell('confidence', 'confidence')],
          cell('note', 'note', 'empty text'),
        ],
      },
    ],
    [
      'criterion',
      {
        list: 'criteria',
        cells: [
          ...[cell('id', 'code'), cell('domain', 'domain'), cell('within', 'within', 'left out')],
          ...[cell('formerly', 'formerly', 'codes or left out'), cell('requirement', 'text')],
          ...[cell('derivation', 'derivation'), cell('appliesFrom', 'from'), cell('appliesTo', 'to', 'null')],
          ...[cell('letterConcerns', 'concerns', 'codes'), cell('evidenceExpected', 'evidence')],
        ],
      },
    ],
  ]);

/** The rows of which there is one: where their values go in the edition. */
export const CSV_SINGLES: ReadonlyMap<
  string,
  { readonly at: string | null; readonly cells: readonly CellOf[] }
> = new Map([
  [
    'edition',
    {
      at: null,
      cells: [
        ...[cell('id', 'code'), cell('version', 'version', 'number')],
        ...[cell('title', 'title'), cell('asAt', 'from')],
      ],
    },
  ],
  [
    'made from',
    { at: 'source', cells: [cell('title', 'title'), cell('file', 'code'), cell('sha256', 'text')] },
  ],
]);

/** The cells of a row that says on which source a criterion rests. */
export const CSV_RESTS_ON: readonly CellOf[] = [
  ...[cell('guideline', 'source'), cell('ref', 'ref', 'null'), cell('confidence', 'confidence')],
];

/** The rows of the method: the words of a score, and what a grade of evidence means and carries. */
export const CSV_METHOD: ReadonlyMap<string, { readonly list: string; readonly cells: readonly CellOf[] }> =
  new Map([
    [
      'score',
      {
        list: 'scale',
        cells: [
          ...[cell('score', 'code'), cell('label', 'label'), cell('labelForLaw', 'label_for_law')],
          cell('meaning', 'text'),
        ],
      },
    ],
    [
      'grade',
      {
        list: 'evidenceGrades',
        cells: [cell('grade', 'code'), cell('meaning', 'text'), cell('carries', 'carries', 'null')],
      },
    ],
  ]);

/** The rows of kind `rating`: by its code, where the text of each goes in the method, and how it is read. */
export const CSV_RATING: readonly {
  readonly code: string;
  readonly at: readonly string[];
  readonly form: 'text' | 'number' | 'codes';
}[] = [
  { code: 'most open in 100', at: ['rating', 'mostOpenInHundred'], form: 'number' },
  { code: 'overall', at: ['rating', 'overall'], form: 'text' },
  { code: 'steps', at: ['rating', 'steps'], form: 'codes' },
  { code: 'red line fails at', at: ['rating', 'failsAt', 'redLine'], form: 'number' },
  { code: 'knock-out fails at', at: ['rating', 'failsAt', 'knockOut'], form: 'number' },
  { code: 'duty fails at', at: ['rating', 'failsAt', 'duty'], form: 'number' },
  { code: 'any criterion fails at', at: ['rating', 'failsAt', 'anyCriterion'], form: 'number' },
  { code: 'least agreement', at: ['agreement', 'least'], form: 'number' },
];
