import { PartialDate } from '../../../kernel/days/partial-date.js';
import type { Criterion, Edition, SourceReference } from '../edition-schema.js';
import { gravityOn, type Gravity } from '../gravity.js';
import { NOTHING_VERIFIED } from '../verification.js';
import type { DifferenceSort, EditionDifference } from './difference.js';

/** A criterion with the edition in which it stands. */
export interface CriterionOfEdition {
  readonly edition: Edition;
  readonly criterion: Criterion;
}

/** What is told of a criterion: the sort of difference when it changes, what it is called, and how it reads. */
interface Aspect {
  readonly sort: DifferenceSort;
  readonly what: string;
  readonly reads: (standing: CriterionOfEdition) => string;
  /** What decides whether it differs, where that is not how it reads: a domain of another name is the same domain. */
  readonly known?: (criterion: Criterion) => string;
}

/** Everything of a criterion that an edition says, each part once. */
const ASPECTS: readonly Aspect[] = [
  { sort: 'MOVED', what: 'code', reads: ({ criterion }) => criterion.id },
  { sort: 'MOVED', what: 'domain', reads: domainOf, known: ({ domain }) => domain },
  { sort: 'MOVED', what: 'criterion it belongs to', reads: ({ criterion }) => criterion.within ?? 'none' },
  { sort: 'RED_LINE', what: 'red line', reads: stopsInWords },
  { sort: 'RED_LINE', what: 'weight', reads: weightOf },
  { sort: 'REWORDED', what: 'requirement', reads: ({ criterion }) => criterion.requirement },
  { sort: 'EVIDENCE', what: 'evidence expected', reads: ({ criterion }) => criterion.evidenceExpected },
  {
    sort: 'RESTS_ON',
    what: 'sources',
    reads: ({ criterion }) => criterion.sources.map(sourceInWords).join('; '),
  },
  { sort: 'RESTS_ON', what: 'derivation', reads: ({ criterion }) => criterion.derivation },
  {
    sort: 'RESTS_ON',
    what: 'concerns of the letters',
    reads: ({ criterion }) => criterion.letterConcerns.join(', ') || 'none',
  },
  { sort: 'APPLIES', what: 'days on which it applies', reads: appliesInWords },
];

/** In what a criterion differs from the one that it comes from, part by part. */
export function differencesOfCriterion(
  before: CriterionOfEdition,
  after: CriterionOfEdition,
): readonly EditionDifference[] {
  return ASPECTS.filter(({ reads, known }) =>
    known === undefined ? reads(before) !== reads(after) : known(before.criterion) !== known(after.criterion),
  ).map(({ sort, what, reads }) => ({
    ...{ sort, about: after.criterion.id, isCriterion: true, what },
    ...{ was: reads(before), becomes: reads(after) },
  }));
}

const WEIGHTS: Readonly<Record<Gravity, string>> = {
  RED_LINE: 'red line',
  KNOCK_OUT: 'stops a scheme by itself',
  STATUTORY: 'duty in law',
  ORDINARY: 'no weight of its own',
};

function weightOf({ edition, criterion }: CriterionOfEdition): string {
  return WEIGHTS[gravityOn(edition, criterion, edition.asAt, NOTHING_VERIFIED)];
}

function stopsInWords({ criterion: { knockOut } }: CriterionOfEdition): string {
  if (knockOut === null) return 'stops no scheme by itself';
  const element =
    knockOut.element === null ? '' : `, as element ${String(knockOut.element)} of 10 March 2023`;
  return `stops a scheme by itself from ${dayInWords(knockOut.from)}${element}`;
}

function domainOf({ edition, criterion: { domain } }: CriterionOfEdition): string {
  const found = edition.domains.find(({ code }) => code === domain);
  return found ? `${found.name} (${domain})` : domain;
}

function sourceInWords({ guideline, ref, confidence }: SourceReference): string {
  const checked = confidence === 'A' ? 'seen' : 'being checked';
  return `${guideline}${ref === null ? '' : `, ${ref}`} (${checked})`;
}

function appliesInWords({ criterion: { appliesFrom, appliesTo } }: CriterionOfEdition): string {
  const from = `from ${dayInWords(appliesFrom)}`;
  return appliesTo === null ? from : `${from}, no longer from ${dayInWords(appliesTo)}`;
}

function dayInWords(written: string): string {
  return String(PartialDate.from(written));
}
