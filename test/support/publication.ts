import type { Uuid } from '../../src/kernel/identifiers.js';
import { PreparingService } from '../../src/publication/releases/preparing.service.js';
import { ReleasingService } from '../../src/publication/releases/releasing.service.js';
import type { ScoreToGive } from '../../src/reviews/blind-scoring/scoring.service.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { met } from './meetings.js';
import {
  assignedAndClear,
  startedReview,
  submitted,
  withPanel,
  type ReviewWorld,
  type StartedReview,
} from './reviews.js';
import { lockedByAll, scoredByAll, type Different } from './scoring.js';

/** The criterion about which the reviewers of a settled review met. */
export const MET_ABOUT = 'SIM-POL-01';

/** A review with two leads, all of whose steps are taken: what remains is to publish it. */
export async function settledReview(
  world: ReviewWorld,
  different: Different = { first: { [MET_ABOUT]: { score: '0' } } },
  meet: (reviewId: Uuid) => Promise<void> = () => Promise.resolve(),
): Promise<StartedReview> {
  world.clock.setTo('2026-11-23');
  const started = await startedReview(world);
  const { reviewId, criteria } = started;
  await panelOfTwoLeads(world, reviewId);
  await submitted(world, reviewId, criteria);
  const same = fully(criteria);
  await scoredByAll(world, started, {
    first: { ...same, ...different.first },
    second: { ...same, ...different.second },
    lived: { ...same, ...different.lived },
  });
  await world
    .service(RepliesService)
    .state(await world.as('group'), reviewId, { text: 'We were in the room and nobody wrote it down.' });
  await lockedByAll(world, reviewId);
  await meet(reviewId);
  await settle(world, reviewId);
  return started;
}

/** What all reviewers find fully met, so that they are seen to agree by more than chance. */
function fully(criteria: readonly string[]): Readonly<Record<string, Partial<ScoreToGive>>> {
  const found = criteria.filter((code) => code.startsWith('SIM-GOV') || code.startsWith('SIM-WRK'));
  return Object.fromEntries(found.map((code) => [code, { score: '3', grade: 'A' }]));
}

/** Assigns the panel with a second person who leads, so that two people can publish. */
export async function panelOfTwoLeads(world: ReviewWorld, reviewId: Uuid): Promise<void> {
  await withPanel(world, reviewId);
  await assignedAndClear(world, reviewId, 'otherLead', 'lead');
}

/** The reviewers meet about the one criterion and one of them dissents; the lead closes moderation, takes one reply and closes the time for reply. */
async function settle(world: ReviewWorld, reviewId: Uuid): Promise<void> {
  await met(
    world,
    reviewId,
    { criterion: MET_ABOUT, score: '0', grade: 'A', reason: 'The rota shows an officer in sessions.' },
    { first: true, second: 'The rota may be of another team.', lived: true },
  );
  await world.service(ModerationService).close(await world.as('lead'), reviewId);
  const [replyId = ''] = await world
    .service(RepliesService)
    .reply(await world.as('submitter'), reviewId, [
      { criterion: MET_ABOUT, kind: 'judgement', text: 'We see this otherwise.' },
    ]);
  await world
    .service(RepliesService)
    .decide(await world.as('lead'), replyId, { accepted: false, reasons: 'The rota is clear.' });
  world.clock.setTo('2026-12-08');
  await world.service(RepliesService).close(await world.as('lead'), reviewId);
}

/** Prepares the result as one lead and releases it as the other. */
export async function released(world: ReviewWorld, reviewId: Uuid): Promise<Uuid> {
  const preparationId = await world.service(PreparingService).prepare(await world.as('lead'), reviewId);
  return world.service(ReleasingService).release(await world.as('otherLead'), preparationId);
}

/** A settled review, published. */
export async function publishedReview(world: ReviewWorld): Promise<{ reviewId: Uuid; releaseId: Uuid }> {
  const { reviewId } = await settledReview(world);
  return { reviewId, releaseId: await released(world, reviewId) };
}

/** A statement that came after the time for it, as such were taken before there was a last day: the records changed. */
export async function statedLate(world: ReviewWorld, reviewId: Uuid, text: string): Promise<void> {
  const rule = 'TRIGGER "a statement comes in its turn"';
  await world.superuser.query(`ALTER TABLE reviews.statement DISABLE ${rule}`);
  await world.service(RepliesService).state(await world.as('group'), reviewId, { text });
  await world.superuser.query(`ALTER TABLE reviews.statement ENABLE ${rule}`);
}
