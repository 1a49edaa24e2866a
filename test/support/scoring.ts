import type { Uuid } from '../../src/kernel/identifiers.js';
import { ScoringService, type ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { scoresFor, type Part, type ReviewWorld } from './reviews.js';

/** The three who score a review. */
export const SCORERS = ['first', 'second', 'lived'] as const;

/** What each of the three scores otherwise than 2. */
export type Different = Readonly<
  Partial<Record<(typeof SCORERS)[number], Readonly<Record<string, Partial<ScoreToGive>>>>>
>;

/** All three score every criterion, and lock nothing yet. */
export async function scoredByAll(
  world: ReviewWorld,
  { reviewId, criteria }: { readonly reviewId: Uuid; readonly criteria: readonly string[] },
  different: Different = {},
): Promise<void> {
  for (const part of SCORERS) {
    const scores = scoresFor(criteria, different[part]);
    await world.service(ScoringService).scoreAll(await world.as(part), reviewId, scores);
  }
}

/** One of them, or whoever takes part besides, gives these scores and locks them; says whether that opened them. */
export async function scoredAndLocked(
  world: ReviewWorld,
  part: Part,
  reviewId: Uuid,
  scores: readonly ScoreToGive[],
): Promise<{ readonly opened: boolean }> {
  await world.service(ScoringService).scoreAll(await world.as(part), reviewId, scores);
  return world.service(ScoringService).lock(await world.as(part), reviewId);
}

/** All three lock their scores, which opens them. */
export async function lockedByAll(world: ReviewWorld, reviewId: Uuid): Promise<void> {
  for (const part of SCORERS) await world.service(ScoringService).lock(await world.as(part), reviewId);
}
