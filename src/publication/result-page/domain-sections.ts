import type { Rating } from '../../review-method/rating/rating.js';
import { plural, sentenceList } from '../../web/words.js';
import { stateCell, type TableRows } from '../table-cells.js';
import type { CriterionSection } from './criterion-section.js';
import type { PublishedContent, PublishedCriterion } from '../content/published-content.js';
import { ratingState, reviewerWords } from './result-words.js';

/** One domain with its criteria, folded until somebody asks for it. */
export interface DomainSection {
  readonly code: string;
  readonly name: string;
  readonly gist: string;
  readonly isOpen: boolean;
  readonly rows: TableRows;
  readonly criteria: readonly CriterionSection[];
}

/** The domains of a result, each with the scores and the reasons of its criteria. */
export function domainSections(
  { domains, criteria, panel }: PublishedContent,
  sections: ReadonlyMap<string, CriterionSection>,
  isOpen: (domain: string) => boolean,
): readonly DomainSection[] {
  const letters = panel.scored.map(({ reviewer }) => reviewer);
  return domains.map(({ code, name, rating }) => {
    const own = criteria.filter(({ domain }) => domain === code);
    return {
      code,
      name,
      gist: `${ratingState(rating).text}, ${plural(own.length, 'criterion', 'criteria')}`,
      isOpen: isOpen(code),
      rows: own.map((criterion) => scoresRow(criterion, letters)),
      criteria: own.flatMap((criterion) => sections.get(criterion.code) ?? []),
    };
  });
}

/** The headings of the tables of scores. */
export function scoresColumns({ panel }: PublishedContent): readonly string[] {
  return [
    'Criterion',
    'The trust',
    ...panel.scored.map(({ reviewer }) => reviewerWords(reviewer, panel)),
    'What counts',
  ];
}

/** The domains that are not assured, each with the first reason; links lead to a domain's fold, which is always in sight. */
export function domainRows({ domains }: PublishedContent): TableRows {
  return domains
    .filter(({ rating }) => rating !== null && rating !== 'ASSURED')
    .map(({ code, name, rating, working }) => [
      { text: name, href: `?open=${code}#domain-${code}` },
      stateCell(ratingState(rating)),
      working[0]?.sentence ?? '',
    ]);
}

/** What is said once of all domains that are assured, or to which nothing applies. */
export function otherDomains({ domains }: PublishedContent): readonly string[] {
  const named = (rating: Rating | null): string =>
    sentenceList(domains.filter((domain) => domain.rating === rating).map(({ name }) => name));
  const [assured, without] = [named('ASSURED'), named(null)];
  return [
    ...(assured === ''
      ? []
      : [
          `Assured, because every criterion that applies was scored 2 or 3 on evidence that can carry it: ${assured}.`,
        ]),
    ...(without === '' ? [] : [`Not rated, because no criterion applies: ${without}.`]),
  ];
}

function scoresRow(
  { code, self, independent, counted }: PublishedCriterion,
  letters: readonly string[],
): TableRows[number] {
  return [
    { text: code, href: `#${code}`, code: true },
    self?.score ?? 'X',
    ...letters.map((letter) => independent.find(({ reviewer }) => reviewer === letter)?.score ?? '–'),
    counted?.score ?? 'X',
  ];
}
