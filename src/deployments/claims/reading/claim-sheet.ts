import { Download, type CsvColumn } from '../../../web/answer/download.js';
import type { ClaimFigures } from '../claim-figures.js';
import type { PlacedClaim } from './claims.queries.js';

/** Claims as a table, one a line, each with its sources and what must be known before it is relied on. */
export function claimSheet(claims: AsyncIterable<PlacedClaim>): Download {
  return Download.csv('claims.csv', CLAIM_COLUMNS_OF_SHEET, claims);
}

/** The figures of claims as a table, one figure a line, each with what its source says it counts. */
export function figureSheet(claims: AsyncIterable<PlacedClaim>): Download {
  return Download.csv('claim-figures.csv', FIGURE_COLUMNS, figuresOf(claims));
}

interface FigureOfClaim {
  readonly claim: PlacedClaim;
  readonly definition: string;
  readonly people: number | null;
  readonly figure: ClaimFigures['values'][number];
}

async function* figuresOf(claims: AsyncIterable<PlacedClaim>): AsyncGenerator<FigureOfClaim> {
  for await (const claim of claims) {
    if (claim.figures === null) continue;
    const { definition, people, values } = claim.figures;
    yield* values.map((figure) => ({ claim, definition, people, figure }));
  }
}

const lines = (texts: readonly string[]): string => texts.join('\n');

const PLACE: readonly CsvColumn<PlacedClaim>[] = [
  { heading: 'key', cell: ({ key }) => key },
  { heading: 'topic', cell: ({ topic }) => topic },
  { heading: 'scope', cell: ({ scope }) => scope },
  {
    heading: 'schemes',
    cell: ({ scheme, schemes }) => lines((scheme === null ? schemes : [scheme]).map(({ key }) => key)),
  },
];

const STANDING: readonly CsvColumn<PlacedClaim>[] = [
  { heading: 'confidence', cell: ({ confidence }) => confidence },
  { heading: 'cautions', cell: ({ cautions }) => lines(cautions) },
  { heading: 'date of the source', cell: ({ asOf }) => asOf },
  { heading: 'sources', cell: ({ sources }) => lines(sources.map(({ ref }) => ref ?? '')) },
  {
    heading: 'titles of sources',
    cell: ({ sources }) => lines(sources.map(({ title, publisher }) => `${title} (${publisher})`)),
  },
  { heading: 'addresses of sources', cell: ({ sources }) => lines(sources.flatMap(({ urls }) => urls)) },
  { heading: 'fictional', cell: ({ scheme }) => scheme?.fictional === true },
];

const CLAIM_COLUMNS_OF_SHEET: readonly CsvColumn<PlacedClaim>[] = [
  ...PLACE,
  { heading: 'organisations', cell: ({ bodies }) => lines(bodies ?? []) },
  { heading: 'said by', cell: ({ registeredBy }) => registeredBy },
  { heading: 'statement', cell: ({ statement }) => statement },
  { heading: 'value', cell: ({ value }) => (value === null ? '' : asText(value)) },
  { heading: 'date claimed', cell: ({ dated }) => dated },
  { heading: 'planned', cell: ({ planned }) => planned },
  { heading: 'contradicts', cell: ({ contradicts }) => lines(contradicts) },
  ...STANDING,
  { heading: 'withdrawn on', cell: ({ withdrawnOn }) => withdrawnOn },
];

const FIGURE_COLUMNS: readonly CsvColumn<FigureOfClaim>[] = [
  ...PLACE.map(ofItsClaim),
  { heading: 'metric', cell: ({ figure }) => figure.metric },
  { heading: 'period', cell: ({ figure }) => figure.period },
  { heading: 'value', cell: ({ figure }) => figure.value },
  { heading: 'unit', cell: ({ figure }) => figure.unit },
  { heading: 'definition', cell: ({ definition }) => definition },
  { heading: 'people', cell: ({ people }) => people },
  ...STANDING.map(ofItsClaim),
];

function ofItsClaim({ heading, cell }: CsvColumn<PlacedClaim>): CsvColumn<FigureOfClaim> {
  return { heading, cell: ({ claim }) => cell(claim) };
}

function asText(value: NonNullable<PlacedClaim['value']>): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
