import { withdrawnInWords } from '../../evidence/mending/standing.js';
import { pageOfSource } from '../../evidence/sources/source-codes.js';
import { day, numberInWords } from '../../web/words.js';
import type { ClaimConfidence } from '../deployment.entity.js';
import type { CitedSource } from './claim.entity.js';
import type { ClaimView } from './claim-view.js';
import { FIGURE_DEFINITIONS, type ClaimFigures } from './claim-figures.js';
import { METRICS_IN_WORDS } from './metrics-in-words.js';

/** A claim as a page shows it. */
export interface ClaimCard {
  readonly key: string;
  readonly text: string;
  readonly when: string | null;
  readonly marks: readonly { readonly text: string; readonly tone: string }[];
  /** Each with the code it is cited by and the page of it; a trust's own word has none. */
  readonly sources: readonly {
    readonly ref: string | null;
    readonly words: string;
    readonly href: string | null;
  }[];
  readonly cautions: readonly string[];
  readonly figures: FiguresTable | null;
}

/** Figures of a claim, with what the source says they are. */
export interface FiguresTable {
  readonly definition: string;
  readonly rows: readonly { readonly what: string; readonly when: string; readonly figure: string }[];
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

/** A source in words, with its publisher and date, and the page that tells all of it; a trust's own word has none. */
export function shownSource({
  ref,
  title,
  publisher,
  published,
  publishedConfidence,
}: CitedSource): ClaimCard['sources'][number] {
  const dated = published === null ? 'undated' : day(published);
  const sure = published !== null && publishedConfidence !== 'A' ? ', date inferred' : '';
  const words = `${title} (${publisher}, ${dated}${sure})`;
  return { ref, words, href: ref === null ? null : pageOfSource(ref) };
}

/** What is said beside something that is not simply seen in a source. */
export function sureness(
  confidence: ClaimConfidence,
): { readonly text: string; readonly tone: string } | null {
  if (confidence === 'B') return { text: 'Reference being checked', tone: 'attention' };
  return confidence === 'inference' ? { text: 'Inferred: no source says it', tone: 'attention' } : null;
}

function marksOf(claim: ClaimView): ClaimCard['marks'] {
  const { confidence, registeredBy } = claim;
  const about = aboutInWords(claim);
  const sure = sureness(confidence);
  const withdrawn = withdrawnInWords(claim);
  return [
    ...(withdrawn === null ? [] : [{ text: withdrawn, tone: 'stop' }]),
    ...(sure ? [sure] : []),
    ...(registeredBy === 'trust' ? [{ text: 'Said by the trust itself', tone: 'waiting' }] : []),
    ...(about === null ? [] : [{ text: about, tone: 'quiet' }]),
  ];
}

/** What a claim about more than one scheme is about: what is said of several areas together is not said of one of them. */
function aboutInWords({ scope, about }: ClaimView): string | null {
  if (scope === null) return null;
  return about.length > 1 && scope.includes(' and ') ? `For ${scope} together` : `About ${scope}`;
}

function figuresTable({ definition, people, values }: ClaimFigures): FiguresTable {
  const counted = people === null ? '; number of people not stated' : `; ${String(people)} people`;
  return {
    definition: `${FIGURE_DEFINITIONS[definition]}${definition === 'PART_OF_WHOLE' ? '' : counted}`,
    rows: values.map(({ metric, period, value, unit }) => ({
      what: METRICS_IN_WORDS[metric] ?? words(metric),
      when: period.startsWith('UNSPECIFIED_') ? `not stated (figure ${period.slice(12)})` : period,
      figure: inUnit(value, unit),
    })),
  };
}

/** "£16,200 per person", "33 days per person": the figure with what it is of. */
function inUnit(value: number, unit: string): string {
  const [, money, of = ''] = /^(GBP)?(.*)$/.exec(unit) ?? [];
  const written = numberInWords(value);
  return money === undefined ? `${written} ${unit}` : `£${written}${of}`;
}

function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
