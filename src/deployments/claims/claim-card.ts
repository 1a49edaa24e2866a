import { z } from 'zod';
import { day } from '../../web/words.js';
import type { ClaimView } from '../finding/deployment-view.js';

/** A claim as a page shows it. */
export interface ClaimCard {
  readonly key: string;
  readonly text: string;
  readonly when: string | null;
  readonly marks: readonly { readonly text: string; readonly tone: string }[];
  readonly sources: readonly { readonly words: string; readonly href: string | null }[];
  readonly cautions: readonly string[];
  readonly figures: FiguresTable | null;
}

/** Figures of a claim, with what the source says they are. */
export interface FiguresTable {
  readonly definition: string;
  readonly rows: readonly (readonly string[])[];
}

const DEFINITIONS: Readonly<Record<string, string>> = {
  AVERAGE_PER_PERSON: 'Average per person',
  UNIT_COST: 'Cost of one unit',
  CUMULATIVE: 'Counted from the beginning',
  TOTAL: 'Totals',
  UNSTATED: 'The source does not say what they count',
  CONTRADICTORY: 'They cannot be what the source says they are',
};

/** The claim with its date, its sources and what a reader must know before relying on it. */
export function claimCard(claim: ClaimView): ClaimCard {
  return {
    key: claim.key,
    text: claim.statement,
    when: claim.dated === null ? null : `${day(claim.dated)}${claim.planned ? ' (planned)' : ''}`,
    marks: marksOf(claim),
    sources: claim.sources.map(({ title, publisher, published, publishedConfidence, urls }) => {
      const dated = published === null ? 'undated' : day(published);
      const sure = published !== null && publishedConfidence !== 'A' ? ', date inferred' : '';
      return { words: `${title} (${publisher}, ${dated}${sure})`, href: urls[0] ?? null };
    }),
    cautions: claim.cautions,
    figures: figuresOf(claim),
  };
}

/** What is said beside something that is not simply seen in a source. */
export function sureness(
  confidence: ClaimView['confidence'],
): { readonly text: string; readonly tone: string } | null {
  if (confidence === 'B') return { text: 'Reference being checked', tone: 'attention' };
  return confidence === 'inference' ? { text: 'Inferred: no source says it', tone: 'attention' } : null;
}

function marksOf({ confidence, registeredBy, scope }: ClaimView): ClaimCard['marks'] {
  const sure = sureness(confidence);
  return [
    ...(sure ? [sure] : []),
    ...(registeredBy === 'trust' ? [{ text: 'Said by the trust itself', tone: 'waiting' }] : []),
    ...(scope === null ? [] : [{ text: `About ${scope}`, tone: 'quiet' }]),
  ];
}

const Figures = z.object({
  definition: z.string(),
  people: z.number().nullable(),
  values: z.array(z.object({ metric: z.string(), period: z.string(), value: z.number(), unit: z.string() })),
});

function figuresOf(claim: ClaimView): FiguresTable | null {
  const { data } = Figures.safeParse(claim.figures);
  if (!data) return null;
  const people = data.people === null ? 'number of people not stated' : `${String(data.people)} people`;
  return {
    definition: `${DEFINITIONS[data.definition] ?? data.definition}; ${people}`,
    rows: data.values.map(({ metric, period, value, unit }) => [
      words(metric),
      period.startsWith('UNSPECIFIED_') ? `not stated (figure ${period.slice(12)})` : period,
      value.toLocaleString('en-GB'),
      unit,
    ]),
  };
}

function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
