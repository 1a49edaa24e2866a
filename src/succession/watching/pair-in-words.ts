import { claimCard, sureness } from '../../deployments/claims/claim-card.js';
import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { LIFE_CYCLE_LABELS } from '../../deployments/life-cycle-state.js';
import { POSTS } from '../../staffing/posts/team-post.entity.js';
import { day, plural, sentenceList, uncapitalised } from '../../web/words.js';
import type { SharedFeature } from '../comparing/compare-schemes.js';
import { FEATURE_SORTS, type NotedFeature } from '../comparing/feature.js';
import { lifeOf } from '../comparing/scheme-life.js';
import type { WatchedPair } from './succession-watch.js';
import type { WatchedScheme } from './watched-scheme.js';

/** Where a feature is recorded in a scheme, by the kind of its record: in words, and the part of its pages that shows it. */
const RECORDED_IN: Readonly<Record<string, readonly [words: string, at: string]>> = {
  deployment: ['In its record', '#what'],
  'deployment-name': ['Among its names', '#names'],
  'deployment-agency': ['Among its agencies', '#agencies'],
  'deployment-place': ['Among its places', '#where-it-lies'],
  'team-post': ['Among its posts', '/posts'],
  'team-place': ['Among its hubs and places', '/places'],
  'commissioning-decision': ['Among its decisions', '/decisions'],
};

/**
 * How a pair is joined: inferred, unless a source claims the lineage. What a trust confirms or recorded stands beside it, and
 * nothing says that one is the successor of the other.
 */
export function joinedBy({ lineage }: Pick<WatchedPair, 'lineage'>): {
  readonly text: string;
  readonly tone: string;
} {
  const sourced = lineage.filter(({ registeredBy }) => registeredBy === 'sources');
  const [first] = sourced;
  if (!first) return { text: 'Inferred: no source says it', tone: 'attention' };
  const surest = sourced.find(({ confidence }) => confidence === 'A') ?? first;
  return sureness(surest.confidence) ?? { text: 'A source says so', tone: 'waiting' };
}

/** What is shared in one sentence, and that this shows a likeness and no more. */
export function sharedInWords({ shared, since }: Pick<WatchedPair, 'shared' | 'since'>): string {
  if (shared.length === 0) return 'Nothing that is recorded of the two is the same.';
  const sorts = [...new Set(shared.map(({ sort }) => uncapitalised(FEATURE_SORTS[sort])))];
  const days = since === null ? '' : ` since ${day(since)}`;
  return `Both record ${plural(shared.length, 'thing')} alike${days}: ${sentenceList(sorts)}. That shows a likeness, and not that one follows the other.`;
}

/** When one stopped and the other began or goes on, as the register says it. */
export function datesInWords({ earlier, later }: Pick<WatchedPair, 'earlier' | 'later'>): string {
  const { stopped } = lifeOf(earlier);
  const first =
    stopped === null
      ? `Nobody has said whether “${earlier.title}” ended.`
      : `“${earlier.title}”: ${stopped.state === null ? 'ended' : uncapitalised(LIFE_CYCLE_LABELS[stopped.state])}, ${stopped.at === null ? 'date not known' : day(stopped.at)}.`;
  const { began } = lifeOf(later);
  const start = began === null ? 'nobody has said when it began' : `began ${day(began)}`;
  return `${first} “${later.title}”: ${start}; ${uncapitalised(LIFE_CYCLE_LABELS[later.stateCode])}${later.stateAt === null ? '' : `, as of ${day(later.stateAt)}`}.`;
}

/** One shared thing with where each of the two records it. */
export function sharedRow({ earlier, later }: Pick<WatchedPair, 'earlier' | 'later'>, shared: SharedFeature) {
  return {
    sort: FEATURE_SORTS[shared.sort],
    words: featureInWords(shared),
    counts: shared.counts,
    inEarlier: shared.inEarlier.map((feature) => place(earlier, feature)),
    inLater: shared.inLater.map((feature) => place(later, feature)),
  };
}

/** A feature as a reader reads it: a post by its name. */
export function featureInWords({ sort, words }: Pick<SharedFeature, 'sort' | 'words'>): string {
  if (sort !== 'POST') return words;
  const [code = '', ...agency] = words.split(': ');
  const post = Object.entries(POSTS).find(([known]) => known === code)?.[1] ?? code;
  return `${post}, ${agency.join(': ')}`;
}

/** The claims that join the two, as claims are shown. */
export function lineageCards(lineage: readonly ClaimView[]) {
  return lineage.map(claimCard);
}

function place({ key }: WatchedScheme, { saidIn, claimKey, goneOn }: NotedFeature) {
  const [words, at] = RECORDED_IN[saidIn] ?? ['In its record', ''];
  return {
    words,
    href: claimKey === null ? `/deployments/${key}${at}` : `/claims/${claimKey}`,
    note: goneOn === null ? null : `not said any more since ${day(goneOn)}`,
  };
}
