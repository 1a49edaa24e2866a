import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { countsAs, type FeatureSort, type NotedFeature } from './feature.js';
import { lifeOf, type LivedScheme, type SchemeLife } from './scheme-life.js';

/** What is compared of a scheme. */
export interface ComparedScheme extends LivedScheme {
  readonly id: Uuid;
  readonly key: string;
  /** The scheme that it is recorded to follow. */
  readonly succeedsId: Uuid | null;
  readonly features: readonly NotedFeature[];
  /** What is claimed of where it came from, and of what followed. */
  readonly lineage: readonly ClaimView[];
}

/** Something that both schemes say or said, and where each of them says it. */
export interface SharedFeature {
  /** The same as long as both say it: `POLICE:` and what is compared. */
  readonly key: string;
  readonly sort: FeatureSort;
  readonly words: string;
  /** False for what is shown and does not make a suggestion by itself. */
  readonly counts: boolean;
  /** The day since which both are public. */
  readonly since: CalendarDay;
  readonly inEarlier: readonly NotedFeature[];
  readonly inLater: readonly NotedFeature[];
}

/** That one scheme may go on in another: computed from what is recorded, and never said to be so. */
export interface PossibleSuccession<Scheme extends ComparedScheme = ComparedScheme> {
  readonly earlier: Scheme;
  readonly later: Scheme;
  readonly shared: readonly SharedFeature[];
  /** Claims that join the two; without one, no source says it and it is inferred. */
  readonly lineage: readonly ClaimView[];
  /** True where the later one is recorded to follow the earlier one. */
  readonly recorded: boolean;
  /** The day since which enough is shared; null where only a claim or the record joins them. */
  readonly since: CalendarDay | null;
}

/** How many features of different sorts make a suggestion (R-CN-05). */
export const FEATURES_NEEDED = 2;

/**
 * Compares two schemes by what both say or ever said in public, and by their dates. Null where too little is shared, or where
 * neither can have followed the other. The order in which they are given does not matter.
 */
export function compareSchemes<Scheme extends ComparedScheme>(
  one: Scheme,
  other: Scheme,
): PossibleSuccession<Scheme> | null {
  const lineage = claimsJoining(one, other);
  const ordered = inOrder(one, other, lineage.length > 0);
  if (ordered === null) return null;
  const [earlier, later] = ordered;
  const shared = sharedBy(earlier, later);
  const days = daysOfSorts(shared);
  const enough = days[FEATURES_NEEDED - 1];
  const recorded = later.succeedsId === earlier.id;
  if (enough === undefined && lineage.length === 0 && !recorded) return null;
  return { earlier, later, shared, lineage, recorded, since: enough ?? null };
}

/** What both say or ever said, sort by sort. */
function sharedBy(earlier: ComparedScheme, later: ComparedScheme): readonly SharedFeature[] {
  const [before, after] = [byKey(earlier.features), byKey(later.features)];
  const found = [...before].flatMap(([key, inEarlier]) => {
    const inLater = after.get(key);
    const [said] = inLater ?? [];
    if (!inLater || !said) return [];
    const since = [firstDay(inEarlier), firstDay(inLater)].sort()[1] ?? said.notedOn;
    return [{ key, sort: said.sort, words: said.words, counts: true, since, inEarlier, inLater }];
  });
  const agencies = new Set(found.filter(({ sort }) => sort === 'POST').map(({ words }) => agencyOf(words)));
  return found.map((one) => ({ ...one, counts: doesCount(one.sort, agencies.size) }));
}

/** Posts of one agency say no more than that the agency is shared; posts of two are a team. */
function doesCount(sort: FeatureSort, agenciesOfPosts: number): boolean {
  return countsAs(sort) !== null && (sort !== 'POST' || agenciesOfPosts > 1);
}

/** The day on which each sort that counts was first shared, the earliest first. */
function daysOfSorts(shared: readonly SharedFeature[]): readonly CalendarDay[] {
  const first = new Map<string, CalendarDay>();
  for (const { sort, counts, since } of shared) {
    const as = counts ? countsAs(sort) : null;
    if (as !== null && since < (first.get(as) ?? '9')) first.set(as, since);
  }
  return [...first.values()].sort();
}

/** Claims of lineage that are about both, or about one of them and name the other. */
function claimsJoining(one: ComparedScheme, other: ComparedScheme): readonly ClaimView[] {
  const joins = (mine: ComparedScheme, theirs: ComparedScheme): readonly ClaimView[] => {
    const about = new Set(theirs.lineage.map(({ key }) => key));
    const names = new Set(
      theirs.features.flatMap(({ sort, words }) => (sort === 'NAME' ? [plain(words)] : [])),
    );
    return mine.lineage.filter(
      ({ key, value }) =>
        about.has(key) ||
        (typeof value === 'string' && value.split(',').some((name) => names.has(plain(name)))),
    );
  };
  return [
    ...new Map([...joins(one, other), ...joins(other, one)].map((claim) => [claim.key, claim])).values(),
  ];
}

/** Which came first, as far as dates and the record tell; null where neither can have followed the other. */
function inOrder<Scheme extends ComparedScheme>(
  one: Scheme,
  other: Scheme,
  isClaimed: boolean,
): readonly [Scheme, Scheme] | null {
  if (other.succeedsId === one.id) return [one, other];
  if (one.succeedsId === other.id) return [other, one];
  const [life, otherLife] = [lifeOf(one), lifeOf(other)];
  const [forwards, backwards] = [mayFollow(life, otherLife), mayFollow(otherLife, life)];
  if (!forwards && !backwards && !isClaimed) return null;
  if (forwards !== backwards) return forwards ? [one, other] : [other, one];
  return isEarlier(one, life, other, otherLife) ? [one, other] : [other, one];
}

/** Whether the later one begins, or still goes on, when or after the earlier one stopped, or nobody knows that it ended. */
function mayFollow(earlier: SchemeLife, later: SchemeLife): boolean {
  if (earlier.stopped === null)
    return (
      earlier.endUnknown &&
      (later.began !== null || later.goesOn) &&
      !(earlier.began !== null && later.began?.isCertainlyBefore(earlier.began))
    );
  if (later.goesOn) return true;
  const at = earlier.stopped.at;
  if (at === null) return later.began !== null;
  const beganAfter = later.began !== null && !later.began.isCertainlyBefore(at);
  const laterStop = later.stopped?.at ?? null;
  return beganAfter || (laterStop !== null && at.isCertainlyBefore(laterStop));
}

/** By the day on which each began, and where that says nothing, by the order in which the register learnt of them. */
function isEarlier(
  one: ComparedScheme,
  life: SchemeLife,
  other: ComparedScheme,
  otherLife: SchemeLife,
): boolean {
  if (life.began && otherLife.began) {
    if (life.began.isCertainlyBefore(otherLife.began)) return true;
    if (otherLife.began.isCertainlyBefore(life.began)) return false;
  }
  return one.id < other.id;
}

function byKey(features: readonly NotedFeature[]): ReadonlyMap<string, readonly NotedFeature[]> {
  const found = new Map<string, NotedFeature[]>();
  for (const feature of features) {
    const key = `${feature.sort}:${feature.value}`;
    found.set(key, [...(found.get(key) ?? []), feature]);
  }
  return found;
}

function firstDay(features: readonly NotedFeature[]): CalendarDay {
  return features.map(({ notedOn }) => notedOn).sort()[0] ?? '';
}

function agencyOf(words: string): string {
  return plain(words.slice(words.indexOf(':') + 1));
}

function plain(words: string): string {
  return words.trim().toLowerCase();
}
