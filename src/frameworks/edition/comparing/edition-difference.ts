import type { Criterion, Edition } from '../edition-schema.js';
import { differencesOfCriterion } from './criterion-difference.js';
import type { EditionDifference } from './difference.js';
import { predecessorsIn } from './predecessors.js';
import { differencesOfRest } from './rest-difference.js';
import { differencesOfMethod } from './method-difference.js';

/**
 * Everything in which one edition differs from another: each criterion in the order of the later edition, then those
 * retired, then the method, then what is neither. Names, versions, days and the order of criteria are no difference.
 */
export function editionDifference(from: Edition, to: Edition): readonly EditionDifference[] {
  const predecessors = predecessorsIn(from, to);
  const followed = new Set([...predecessors.values()].map(({ id }) => id));
  const inTo = to.criteria.flatMap((criterion) => {
    const before = predecessors.get(criterion.id);
    return before === undefined
      ? [came(to, criterion)]
      : differencesOfCriterion({ edition: from, criterion: before }, { edition: to, criterion });
  });
  const retired = from.criteria
    .filter(({ id }) => !followed.has(id))
    .map((criterion) => went(from, criterion));
  return [...inTo, ...retired, ...differencesOfMethod(from, to), ...differencesOfRest(from, to)];
}

function came(edition: Edition, { id, requirement, domain }: Criterion): EditionDifference {
  const becomes = `${requirement} (${nameOfDomain(edition, domain)})`;
  return { sort: 'ADDED', about: id, isCriterion: true, what: 'criterion', was: null, becomes };
}

function went(edition: Edition, { id, requirement, domain }: Criterion): EditionDifference {
  const was = `${requirement} (${nameOfDomain(edition, domain)})`;
  return { sort: 'RETIRED', about: id, isCriterion: true, what: 'criterion', was, becomes: null };
}

function nameOfDomain({ domains }: Edition, code: string): string {
  return domains.find((domain) => domain.code === code)?.name ?? code;
}
