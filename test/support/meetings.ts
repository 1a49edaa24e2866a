import type { Uuid } from '../../src/kernel/identifiers.js';
import { ScoresQueries } from '../../src/reviews/blind-scoring/scores.queries.js';
import { MeetingsService, type ScoreToPropose } from '../../src/reviews/meeting/meetings.service.js';
import type { Part, ReviewWorld } from './reviews.js';

/** What a meeting comes to, without who was there. */
export type Proposed = Omit<ScoreToPropose, 'tookPart'>;

/** What each reviewer says: `true` confirms, words dissent; whoever is not named is silent. */
export type Said = Readonly<Partial<Record<'first' | 'second' | 'lived', true | string>>>;

const EVERYBODY: Said = { first: true, second: true, lived: true };

/** The assignments of everybody whose scores a lead may read. */
export async function everyReviewer(world: ReviewWorld, reviewId: Uuid): Promise<readonly Uuid[]> {
  const scores = await world.service(ScoresQueries).ofReview(await world.as('lead'), reviewId);
  return [...new Set(scores.map(({ assignmentId }) => assignmentId))];
}

/** A lead proposes what a meeting of all reviewers came to. */
export async function proposed(
  world: ReviewWorld,
  reviewId: Uuid,
  given: Proposed,
  by: Part = 'lead',
): Promise<void> {
  const tookPart = await everyReviewer(world, reviewId);
  await world.service(MeetingsService).propose(await world.as(by), reviewId, [{ ...given, tookPart }]);
}

/** Reviewers say what they say to the newest proposal about a criterion. */
export async function said(
  world: ReviewWorld,
  reviewId: Uuid,
  criterion: string,
  words: Said = EVERYBODY,
): Promise<void> {
  for (const part of ['first', 'second', 'lived'] as const) {
    const word = words[part];
    if (word === undefined) continue;
    const answer = {
      criterion,
      stance: word === true ? 'confirm' : 'dissent',
      words: word === true ? '' : word,
    } as const;
    await world.service(MeetingsService).answer(await world.as(part), reviewId, [answer]);
  }
}

/** A meeting from the proposal to what everybody said to it. */
export async function met(
  world: ReviewWorld,
  reviewId: Uuid,
  given: Proposed,
  words: Said = EVERYBODY,
): Promise<void> {
  await proposed(world, reviewId, given);
  await said(world, reviewId, given.criterion, words);
}
