import fc from 'fast-check';
import { VISITOR } from '../../../src/identity/actor.js';
import { checkRelease } from '../../../src/publication/checking/check-release.js';
import { ReleasesQueries } from '../../../src/publication/releases/releases.queries.js';
import { isBetter, ratingsByHand, resultByHand, type FileOfRelease } from '../result-by-hand.js';
import type { ReviewWorld } from '../reviews.js';
import { carriedByReviewers } from './bound-by-hand.js';
import { drawnActs, type DrawnAct } from './drawn-acts.js';
import { drawnReviews } from './drawn-reviews.js';
import { goOnToTheEnd } from './going-on.js';
import { Stage, type DrawnReview } from './stage.js';

/** How many sequences are tried, and of how many acts at most. */
export interface Tries {
  readonly numRuns: number;
  readonly maxActs: number;
  readonly seed?: number;
}

type FileCriterion = FileOfRelease['criteria'][number];

/** As much of a release as what was done is held against. */
interface Published extends Omit<FileOfRelease, 'criteria'> {
  readonly criteria: readonly (Omit<FileCriterion, 'independent'> & {
    readonly independent: readonly (FileCriterion['independent'][number] & { readonly rationale: string })[];
    readonly counted: { readonly score: string };
  })[];
  readonly domains: readonly { readonly code: string; readonly rating: string | null }[];
  readonly rating: { readonly overall: string };
  readonly agreement: { readonly ordinalAlpha: number | null };
}

/**
 * Plays sequences of acts in a world, takes each review honestly to its end, and holds everything that was published to
 * what was done: noted down by the test, and computed by hand. Returns what was tried in all of them, so that a test can
 * see that they came to something.
 */
export async function playedAndHeld(
  world: ReviewWorld,
  { numRuns, maxActs, seed = 10 }: Tries,
): Promise<Stage['history']> {
  const tried: Stage['history'] = [];
  const property = fc.asyncProperty(drawnReviews, drawnActs(maxActs), async (drawn, acts) => {
    tried.push(...(await played(world, drawn, acts)).history);
  });
  const ended = await fc.check(property, { numRuns, seed, endOnFailure: true });
  if (ended.failed)
    throw new Error(`Path ${String(ended.counterexamplePath)}: ${wordsOf(ended.errorInstance)}`);
  return tried;
}

/** Plays one sequence of acts in a review of its own, takes it honestly to its end, and holds what was published to it. */
export async function played(
  world: ReviewWorld,
  drawn: DrawnReview,
  acts: readonly DrawnAct[],
): Promise<Stage> {
  const stage = await Stage.set(world, drawn);
  try {
    for (const { does } of acts) await does(stage);
    if (!(await goOnToTheEnd(stage))) throw new Error('The review cannot be taken to its end any more.');
    for (const release of stage.releases) await held(world, release);
  } catch (fault) {
    throw new Error(told(fault, stage.history, acts), { cause: fault });
  }
  return stage;
}

/** What failed, with all that led to it. */
function told(fault: unknown, history: Stage['history'], acts: readonly DrawnAct[]): string {
  const lines = history.map(
    ({ what, refusedBecause }) => what + (refusedBecause === null ? '' : ` (refused: ${refusedBecause})`),
  );
  const drawn = acts.map(({ called }) => called);
  return [wordsOf(fault), 'What was drawn:', ...drawn, 'What was tried:', ...lines].join('\n');
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

async function held(world: ReviewWorld, { id, file, isComplete }: Stage['releases'][number]): Promise<void> {
  const text = (await world.service(ReleasesQueries).content(VISITOR, id)) ?? '';
  const published = JSON.parse(text) as Published;
  expect([id, isComplete]).toEqual([id, true]);
  const counted = Object.fromEntries(published.criteria.map(({ code, counted: { score } }) => [code, score]));
  expect(asNoted(published, namesIn(published))).toEqual(asNoted(file, (letter) => letter));
  for (const known of [published, file]) {
    const byHand = resultByHand(known);
    expect(counted).toEqual(byHand.counted);
    expect(Object.fromEntries(published.domains.map(({ code, rating }) => [code, rating]))).toEqual(
      byHand.domains,
    );
    expect(published.rating.overall).toBe(byHand.overall);
    if (byHand.alpha === null) expect(published.agreement.ordinalAlpha).toBeNull();
    else expect(published.agreement.ordinalAlpha).toBeCloseTo(byHand.alpha, 9);
  }
  const carried = carriedByReviewers(file, counted);
  expect(counted).toEqual(carried);
  const { overall } = ratingsByHand(file, carried);
  expect([published.rating.overall, isBetter(published.rating.overall, overall)]).toEqual([overall, false]);
  expect(faultsOf(text)).toEqual([]);
}

/** Who is behind each letter: the reasons that they gave begin with it. */
function namesIn({ criteria }: Published): (letter: string) => string {
  const names = new Map(
    criteria.flatMap(({ independent }) =>
      independent.map(({ reviewer, rationale }) => [reviewer, rationale.split(':')[0] ?? ''] as const),
    ),
  );
  return (letter) => names.get(letter) ?? letter;
}

/** What can be noted down of a review, in one order. */
function asNoted({ panel, criteria }: FileOfRelease, nameOf: (letter: string) => string) {
  return {
    scored: panel.scored.map(({ reviewer, became }) => `${nameOf(reviewer)} ${became}`).sort(),
    criteria: criteria.map(({ code, gravity, self, independent, meeting }) => ({
      ...{ code, gravity, self: self?.score },
      scores: independent
        .map(({ reviewer, score, grade, confidence }) =>
          [nameOf(reviewer), score, grade, confidence].join(' '),
        )
        .sort(),
      asked: meeting?.asked.length ?? 0,
      proposals: (meeting?.proposals ?? []).map(({ score, grade, afterReply, secondedBecause, said }) => ({
        ...{ score, grade, afterReply, secondedBecause },
        said: said.map(({ reviewer, stance }) => `${nameOf(reviewer)} ${stance}`).sort(),
      })),
    })),
  };
}

function faultsOf(text: string): readonly string[] {
  const checked = checkRelease(text);
  return 'fault' in checked
    ? [checked.fault]
    : checked.checks.flatMap(({ about, holds, sentence }) => (holds ? [] : `${about}: ${sentence}`));
}
