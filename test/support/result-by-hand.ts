/**
 * What a release comes to by the recipe in docs/recompute-a-result.md, written from the recipe alone: nothing of the
 * product is imported here, so that a fault in the product is not repeated by its test.
 */

/** One score of a reviewer as the public file holds it. */
interface FileScore {
  readonly reviewer: string;
  readonly score: string;
  readonly grade: string | null;
  readonly confidence: string;
}

/** The method of an edition as its file writes it. */
export interface FileMethod {
  readonly evidenceGrades: readonly { readonly grade: string; readonly carries: string | null }[];
  readonly rating: {
    readonly mostOpenInHundred: number;
    readonly steps: readonly string[];
    readonly failsAt?: {
      readonly redLine: number;
      readonly knockOut: number;
      readonly duty: number;
      readonly anyCriterion: number;
    };
  };
  readonly agreement?: { readonly least: number };
}

/** As much of a release's public file as the recipe needs. */
export interface FileOfRelease {
  readonly framework?: { readonly method?: FileMethod };
  readonly panel: { readonly scored: readonly { readonly reviewer: string; readonly became: string }[] };
  readonly criteria: readonly {
    readonly code: string;
    readonly domain: string;
    readonly gravity: string;
    readonly self: { readonly score: string } | null;
    readonly independent: readonly FileScore[];
    readonly meeting: {
      readonly asked: readonly unknown[];
      readonly proposals: readonly {
        readonly score: string;
        readonly grade: string | null;
        readonly afterReply: boolean;
        readonly secondedBecause: string | null;
        readonly said: readonly { readonly reviewer: string; readonly stance: string }[];
      }[];
    } | null;
  }[];
}

type FileCriterion = FileOfRelease['criteria'][number];
type FileProposal = NonNullable<FileCriterion['meeting']>['proposals'][number];

const LOWEST_FIRST = '01XU23N';
const WORST_FIRST = ['CEASE', 'SERIOUS_CONCERN', 'UNVERIFIED', 'IMPROVEMENT_REQUIRED', 'ASSURED'];

const EVERY_STEP = [
  ...['RED_LINE_FAILED', 'KNOCK_OUT_FAILED', 'DUTY_NOT_MET', 'RED_LINE_OPEN', 'NOT_AGREED_NOT_APPLICABLE'],
  ...['TOO_MUCH_OPEN', 'SOMETHING_FAILED', 'SOMETHING_OPEN'],
];

/** What a result is held to where its file says no method. */
const UNWRITTEN: FileMethod = {
  evidenceGrades: [['A', '3'] as const, ['B', '3'] as const, ['C', '2'] as const].map(([grade, carries]) => ({
    grade,
    carries,
  })),
  rating: { mostOpenInHundred: 25, steps: EVERY_STEP },
};

function methodIn({ framework }: FileOfRelease): FileMethod {
  return framework?.method ?? UNWRITTEN;
}

/** Ordinal alpha, what counts for each criterion, the rating of each domain and the whole. */
export function resultByHand(file: FileOfRelease) {
  const scoresOf = scoresThatCount(file);
  const alpha = alphaByPairs(file.criteria.map((criterion) => scoresOf(criterion).map(({ score }) => score)));
  const counted = Object.fromEntries(
    file.criteria.map((criterion) => [
      criterion.code,
      countedFor(criterion, scoresOf(criterion), { alpha, method: methodIn(file) }),
    ]),
  );
  return { alpha, counted, ...ratingsByHand(file, counted) };
}

/** The rating of each domain and the whole, where these scores count. */
export function ratingsByHand(file: FileOfRelease, counted: Readonly<Record<string, string>>) {
  const scoresOf = scoresThatCount(file);
  const domains = Object.fromEntries(
    [...new Set(file.criteria.map(({ domain }) => domain))].map((domain) => {
      const own = file.criteria.filter((criterion) => criterion.domain === domain);
      return [
        domain,
        domainRating(
          own.map((criterion) => rated(criterion, scoresOf(criterion), counted)),
          methodIn(file),
        ),
      ];
    }),
  );
  const overall = WORST_FIRST.find((rating) => Object.values(domains).includes(rating)) ?? 'UNVERIFIED';
  return { domains, overall };
}

/** The criteria about which reviewers must meet. */
export function mustMeetByHand(file: FileOfRelease): readonly string[] {
  const { alpha } = resultByHand(file);
  const scoresOf = scoresThatCount(file);
  return file.criteria
    .filter((criterion) => mustMeet(criterion, scoresOf(criterion), { alpha, method: methodIn(file) }))
    .map(({ code }) => code);
}

/** True when the rating says less against the scheme than the other. */
export function isBetter(rating: string, other: string): boolean {
  return WORST_FIRST.indexOf(rating) > WORST_FIRST.indexOf(other);
}

function scoresThatCount({ panel }: FileOfRelease): (criterion: FileCriterion) => readonly FileScore[] {
  const counting = new Set(
    panel.scored.filter(({ became }) => became !== 'set-aside').map(({ reviewer }) => reviewer),
  );
  return ({ independent }) => independent.filter(({ reviewer }) => counting.has(reviewer));
}

/** Observed and expected disagreement pair by pair, without a coincidence matrix; null under 10 criteria or without variation. */
function alphaByPairs(units: readonly (readonly string[])[]): number | null {
  const paired = units
    .map((unit) => unit.filter((score) => '0123'.includes(score)).map(Number))
    .filter((unit) => unit.length > 1);
  if (paired.length < 10) return null;
  const all = paired.flat();
  const uses = [0, 1, 2, 3].map((level) => all.filter((value) => value === level).length);
  const apart = (one: number, other: number): number => {
    let between = 0;
    for (let level = Math.min(one, other); level <= Math.max(one, other); level += 1)
      between += uses[level] ?? 0;
    return one === other ? 0 : (between - ((uses[one] ?? 0) + (uses[other] ?? 0)) / 2) ** 2;
  };
  const pairsIn = (values: readonly number[]): number =>
    values.reduce(
      (sum, one, at) =>
        sum + values.reduce((more, other, where) => more + (at === where ? 0 : apart(one, other)), 0),
      0,
    );
  const observed = paired.reduce((sum, unit) => sum + pairsIn(unit) / (unit.length - 1), 0) / all.length;
  const expected = pairsIn(all) / (all.length * (all.length - 1));
  return expected === 0 ? null : 1 - observed / expected;
}

/** By what a review is worked out: its agreement, and the method of its edition. */
interface Held {
  readonly alpha: number | null;
  readonly method: FileMethod;
}

/** A score as far as evidence of this grade can carry it. */
export function asCarried(score: string, grade: string | null, { evidenceGrades }: FileMethod): string {
  if (!'0123'.includes(score) || grade === null) return score;
  const most = evidenceGrades.find((one) => one.grade === grade)?.carries ?? null;
  if (most === null) return 'U';
  return Number(score) > Number(most) ? most : score;
}

function stops({ gravity }: FileCriterion): boolean {
  return gravity === 'RED_LINE' || gravity === 'KNOCK_OUT';
}

function weightOf(criterion: FileCriterion, { score, grade }: FileScore, { method }: Held): string {
  const carried = asCarried(score, grade, method);
  return carried === 'N' && stops(criterion) ? 'U' : carried;
}

function lowest(scores: readonly string[]): string {
  return [...LOWEST_FIRST].find((score) => scores.includes(score)) ?? 'U';
}

function higher(one: string, other: string): boolean {
  return LOWEST_FIRST.indexOf(one) > LOWEST_FIRST.indexOf(other);
}

function mustMeet(criterion: FileCriterion, scores: readonly FileScore[], held: Held): boolean {
  const { alpha, method } = held;
  const weights = scores.map((score) => weightOf(criterion, score, held));
  const numbers = weights.filter((weight) => '0123'.includes(weight)).map(Number);
  const differ = new Set(weights).size > 1;
  return (
    scores.length < 2 ||
    (numbers.length > 1 && Math.max(...numbers) - Math.min(...numbers) >= 2) ||
    (stops(criterion) && differ) ||
    (differ && numbers.length < weights.length) ||
    (stops(criterion) && scores.some(({ confidence }) => confidence === 'low')) ||
    (stops(criterion) && criterion.self?.score === 'N' && scores.some(({ score }) => score === 'N')) ||
    (differ && alpha !== null && alpha < (method.agreement?.least ?? 0.667)) ||
    (criterion.meeting?.asked.length ?? 0) > 0
  );
}

function carries(
  criterion: FileCriterion,
  proposal: FileProposal,
  scores: readonly FileScore[],
  held: Held,
): boolean {
  const proposed = asCarried(proposal.score, proposal.grade, held.method);
  const weights = scores.map((score) => weightOf(criterion, score, held));
  const who = (stance: string): number =>
    scores.filter(({ reviewer }) =>
      proposal.said.some((word) => word.reviewer === reviewer && word.stance === stance),
    ).length;
  const least = lowest(weights);
  const unclaimed = proposed === 'N' && stops(criterion) && criterion.self?.score !== 'N';
  if (scores.length > 0 && who('confirm') === scores.length && !unclaimed) return true;
  const aboveAll = weights.every((weight) => higher(proposed, weight));
  const belowAll = weights.every((weight) => higher(weight, proposed));
  if (proposed === 'N' || aboveAll || belowAll) return false;
  if (higher(proposed, least) && (criterion.gravity !== 'ORDINARY' || who('confirm') === 0)) return false;
  const disagree = who('dissent') * 2 > scores.length || (stops(criterion) && who('dissent') > 0);
  return !disagree || proposal.secondedBecause !== null;
}

function countedFor(criterion: FileCriterion, scores: readonly FileScore[], held: Held): string {
  const proposals = criterion.meeting?.proposals ?? [];
  const reply = proposals.at(-1);
  if (reply?.afterReply === true && carries(criterion, reply, scores, held))
    return asCarried(reply.score, reply.grade, held.method);
  const least = lowest(scores.map((score) => weightOf(criterion, score, held)));
  const met = proposals.findLast(({ afterReply }) => !afterReply);
  if (!mustMeet(criterion, scores, held) || !met) return least;
  return carries(criterion, met, scores, held) ? asCarried(met.score, met.grade, held.method) : least;
}

/** One criterion as a domain is rated by it. */
export interface Rated {
  readonly gravity: string;
  readonly score: string;
  readonly isOpen: boolean;
  /** Called not applicable by somebody alone, where that is no score. */
  readonly alone: boolean;
  readonly applies: boolean;
}

function rated(
  criterion: FileCriterion,
  scores: readonly FileScore[],
  counted: Readonly<Record<string, string>>,
): Rated {
  const score = counted[criterion.code] ?? 'X';
  const alone = stops(criterion) && score === 'U' && scores.some((one) => one.score === 'N');
  return {
    gravity: criterion.gravity,
    score,
    isOpen: score === 'U' || score === 'X' || alone,
    alone,
    applies: score !== 'N',
  };
}

/** What a domain is rated by the steps of its method, the worst first; null where nothing applies. */
export function domainRating(criteria: readonly Rated[], { rating }: FileMethod): string | null {
  const apply = criteria.filter(({ applies }) => applies);
  if (apply.length === 0) return null;
  const least = rating.failsAt ?? { redLine: 1, knockOut: 1, duty: 0, anyCriterion: 1 };
  const failed = (highest: number, gravity?: string): boolean =>
    apply.some(
      (one) =>
        (gravity === undefined || one.gravity === gravity) &&
        '0123'.includes(one.score) &&
        Number(one.score) <= highest,
    );
  const stopping = apply.filter(({ gravity }) => gravity === 'RED_LINE' || gravity === 'KNOCK_OUT');
  const open = apply.filter(({ isOpen }) => isOpen).length;
  const bites: Readonly<Record<string, readonly [holds: boolean, rating: string]>> = {
    RED_LINE_FAILED: [failed(least.redLine, 'RED_LINE'), 'CEASE'],
    KNOCK_OUT_FAILED: [failed(least.knockOut, 'KNOCK_OUT'), 'SERIOUS_CONCERN'],
    DUTY_NOT_MET: [failed(least.duty, 'STATUTORY'), 'SERIOUS_CONCERN'],
    RED_LINE_OPEN: [stopping.some(({ isOpen, alone }) => isOpen && !alone), 'UNVERIFIED'],
    NOT_AGREED_NOT_APPLICABLE: [stopping.some(({ alone }) => alone), 'UNVERIFIED'],
    TOO_MUCH_OPEN: [(open / apply.length) * 100 > rating.mostOpenInHundred + 1e-9, 'UNVERIFIED'],
    SOMETHING_FAILED: [failed(least.anyCriterion), 'IMPROVEMENT_REQUIRED'],
    SOMETHING_OPEN: [open > 0, 'IMPROVEMENT_REQUIRED'],
  };
  const came = rating.steps.flatMap((step) => (bites[step]?.[0] === true ? [bites[step][1]] : []));
  return WORST_FIRST.find((one) => came.includes(one)) ?? 'ASSURED';
}
