import { differencesOfCriterion } from '../../frameworks/edition/comparing/criterion-difference.js';
import { DIFFERENCE_SORTS, type EditionDifference } from '../../frameworks/edition/comparing/difference.js';
import { differencesOfMethod } from '../../frameworks/edition/comparing/method-difference.js';
import type { Criterion, Edition } from '../../frameworks/edition/edition-schema.js';
import { followedBy, knownCriteria, type KnownCriterion, type Lineage, type NextAsking } from './trail.js';

/** Everything that can become of one criterion when a round moves to another edition. */
export const MOVE_SORTS = ['KEPT', 'BACK', 'SPLIT', 'MERGED', ...DIFFERENCE_SORTS] as const;

/** What becomes of one criterion when a round moves to another edition. */
export type MoveSort = (typeof MOVE_SORTS)[number];

/** What a move does to one criterion and to what was answered to it. */
export interface MovedCriterion {
  readonly sorts: readonly MoveSort[];
  /** The code under which its answer stands now; null for one that is new. */
  readonly was: string | null;
  /** The code under which its answer counts after the move; null for one that is kept and no longer asked. */
  readonly becomes: string | null;
  /** Others that the edition says it comes from: what was answered to them is shown beside it and does not count for it. */
  readonly beside: readonly string[];
  /** Criteria that the edition says come from one that is no longer asked. */
  readonly into: readonly string[];
  readonly differences: readonly EditionDifference[];
}

/** Everything that a move does: each criterion in the order of the next edition, those no longer asked, and the scale. */
export interface MovePreview {
  readonly criteria: readonly MovedCriterion[];
  readonly scale: readonly EditionDifference[];
}

/** What a move of the round to another edition would do. */
export function movePreview(lineage: Lineage, next: NextAsking & { readonly edition: Edition }): MovePreview {
  const known = knownCriteria(lineage);
  const follows = followedBy(known, next);
  const before = new Map([...follows].map(([was, becomes]) => [becomes, was]));
  const sources = new Map(
    next.criteria.map((criterion) => [
      criterion.id,
      sourcesOf(criterion, { was: before.get(criterion.id), known }),
    ]),
  );
  const heirs = heirsIn(sources);
  const inNext = next.criteria.map((criterion) => {
    const was = before.get(criterion.id);
    const from = sources.get(criterion.id) ?? [];
    const standing = was === undefined ? undefined : known.get(was);
    const isSplit = from.some((code) => (heirs.get(code) ?? []).length > 1);
    return moved({ edition: next.edition, criterion, standing, from, isSplit });
  });
  const gone = [...known.values()].filter(({ isAsked, criterion }) => isAsked && !follows.has(criterion.id));
  const present = lineage.editions.get(lineage.asking.editionId);
  return {
    criteria: [...inNext, ...gone.map(({ criterion: { id } }) => retired(id, heirs.get(id) ?? []))],
    scale: present ? differencesOfMethod(present, next.edition) : [],
  };
}

interface Coming {
  readonly edition: Edition;
  readonly criterion: Criterion;
  readonly standing: KnownCriterion | undefined;
  readonly from: readonly string[];
  readonly isSplit: boolean;
}

function moved({ edition, criterion, standing, from, isSplit }: Coming): MovedCriterion {
  const was = standing?.criterion.id ?? null;
  const differences = standing ? differencesOfCriterion(standing, { edition, criterion }) : [];
  const sorts: MoveSort[] = [
    ...(standing === undefined ? (['ADDED'] as const) : []),
    ...(standing?.isAsked === false ? (['BACK'] as const) : []),
    ...(isSplit ? (['SPLIT'] as const) : []),
    ...(from.length > 1 ? (['MERGED'] as const) : []),
    ...new Set(differences.map(({ sort }) => sort)),
  ];
  return {
    sorts: sorts.length > 0 ? sorts : ['KEPT'],
    ...{ was, becomes: criterion.id, differences },
    beside: from.filter((code) => code !== was),
    into: [],
  };
}

function retired(code: string, into: readonly string[]): MovedCriterion {
  return {
    ...{ sorts: ['RETIRED', ...(into.length > 0 ? (['MERGED'] as const) : [])] },
    ...{ was: code, becomes: null, beside: [], into, differences: [] },
  };
}

/** Every known criterion that one comes from: the one whose answer it takes on, and those that it names as formerly. */
function sourcesOf(
  { formerly }: Criterion,
  { was, known }: { readonly was: string | undefined; readonly known: ReadonlyMap<string, KnownCriterion> },
): readonly string[] {
  const named = (formerly ?? []).filter((code) => known.has(code));
  return [...new Set([...(was === undefined ? [] : [was]), ...named])];
}

function heirsIn(sources: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const [code, from] of sources)
    for (const source of from) heirs.set(source, [...(heirs.get(source) ?? []), code]);
  return heirs;
}
