import type { Criterion } from '../edition-schema.js';

/**
 * Which criterion of an earlier edition each criterion of a later one comes from: the one of its code; else the first
 * that `formerly` names; else the only one left that is asked in the same words. Each is followed by one at most.
 */
export function predecessorsIn(
  from: { readonly criteria: readonly Criterion[] },
  to: { readonly criteria: readonly Criterion[] },
): ReadonlyMap<string, Criterion> {
  const left = new Map(from.criteria.map((criterion) => [criterion.id, criterion]));
  const found = new Map<string, Criterion>();
  const follow = (criterion: Criterion, before: Criterion | undefined): void => {
    if (before === undefined || found.has(criterion.id)) return;
    left.delete(before.id);
    found.set(criterion.id, before);
  };
  for (const criterion of to.criteria) follow(criterion, left.get(criterion.id));
  for (const criterion of to.criteria) {
    const named = criterion.formerly?.find((code) => left.has(code));
    if (named !== undefined) follow(criterion, left.get(named));
  }
  const inTheSameWords = byWords([...left.values()]);
  for (const criterion of to.criteria) {
    const [only, ...others] = inTheSameWords.get(criterion.requirement) ?? [];
    if (only !== undefined && others.length === 0 && left.has(only.id)) follow(criterion, only);
  }
  return found;
}

function byWords(criteria: readonly Criterion[]): ReadonlyMap<string, readonly Criterion[]> {
  const found = new Map<string, Criterion[]>();
  for (const criterion of criteria) {
    found.set(criterion.requirement, [...(found.get(criterion.requirement) ?? []), criterion]);
  }
  return found;
}
