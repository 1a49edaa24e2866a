import { withdrawnInWords } from '../../evidence/mending/standing.js';
import { day } from '../../web/words.js';
import type { ClaimConfidence } from '../deployment.entity.js';
import type { CitedSource } from './claim.entity.js';
import type { ClaimView } from './claim-view.js';
import { FIGURE_DEFINITIONS, type ClaimFigures } from './claim-figures.js';

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

/** The claim with its date, its sources and what a reader must know before relying on it. */
export function claimCard(claim: ClaimView): ClaimCard {
  return {
    key: claim.key,
    text: claim.statement,
    when: claim.dated === null ? null : `${day(claim.dated)}${claim.planned ? ' (planned)' : ''}`,
    marks: marksOf(claim),
    sources: claim.sources.map(shownSource),
    cautions: claim.cautions,
    figures: claim.figures === null ? null : figuresTable(claim.figures),
  };
}

/** A source in words, with its publisher and date, and its address where it has one. */
export function shownSource({
  title,
  publisher,
  published,
  publishedConfidence,
  urls,
}: CitedSource): ClaimCard['sources'][number] {
  const dated = published === null ? 'undated' : day(published);
  const sure = published !== null && publishedConfidence !== 'A' ? ', date inferred' : '';
  return { words: `${title} (${publisher}, ${dated}${sure})`, href: urls[0] ?? null };
}

/** What is said beside something that is not simply seen in a source. */
export function sureness(
  confidence: ClaimConfidence,
): { readonly text: string; readonly tone: string } | null {
  if (confidence === 'B') return { text: 'Reference being checked', tone: 'attention' };
  return confidence === 'inference' ? { text: 'Inferred: no source says it', tone: 'attention' } : null;
}

function marksOf(claim: ClaimView): ClaimCard['marks'] {
  const { confidence, registeredBy, scope } = claim;
  const sure = sureness(confidence);
  const withdrawn = withdrawnInWords(claim);
  return [
    ...(withdrawn === null ? [] : [{ text: withdrawn, tone: 'stop' }]),
    ...(sure ? [sure] : []),
    ...(registeredBy === 'trust' ? [{ text: 'Said by the trust itself', tone: 'waiting' }] : []),
    ...(scope === null ? [] : [{ text: `About ${scope}`, tone: 'quiet' }]),
  ];
}

function figuresTable({ definition, people, values }: ClaimFigures): FiguresTable {
  const counted = people === null ? 'number of people not stated' : `${String(people)} people`;
  return {
    definition: `${FIGURE_DEFINITIONS[definition]}; ${counted}`,
    rows: values.map(({ metric, period, value, unit }) => [
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
