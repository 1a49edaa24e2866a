import { scopeOf } from '../../src/identity/actor-scope.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { NotFound, NotPermitted } from '../../src/kernel/refusal.js';
import { Database } from '../../src/platform/database/database.js';
import { select, sql } from '../../src/platform/database/selection.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { ReviewersService } from '../../src/reviews/reviewers/reviewers.service.js';
import {
  submittedReview,
  assignedAndClear,
  declarationOf,
  servedReviewWorld,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const CLOSED = select({ closed: sql<string | null>('r.reply_closed_on::text') });

describe('The steps of a review after its scores are open', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    const started = await submittedReview(world);
    ({ reviewId } = started);
    await scoredByAll(world, started);
    await lockedByAll(world, reviewId);
  });

  afterAll(() => world.close());

  it('are not taken by a lead reviewer who has no part in it: neither by program, nor past every service', async () => {
    const actor = await world.as('otherLead');
    await expect(world.service(ModerationService).close(actor, reviewId)).rejects.toThrow(NotFound);
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    world.clock.setTo('2026-12-08');
    await expect(world.service(RepliesService).close(actor, reviewId)).rejects.toThrow(NotFound);
    const answer = await fetch(`${world.address}/api/v1/reviews/${reviewId}/replies-close`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token('otherLead')}`,
        'content-type': 'application/json',
      },
      body: '{}',
    });
    expect(answer.status).toBe(404);
    const page = await (await world.reader('otherLead')).open(`/reviews/${reviewId}`);
    expect(page.text).not.toContain('Settle the findings');
    expect(await closedPastServices('otherLead')).toBe(0);
    expect(await closed()).toBeNull();
  });

  it.each(['first', 'submitter'] as const)(
    'nor in SQL by others who may change its row: %s',
    async (part) => {
      await expect(closedPastServices(part)).rejects.toThrow('this is a step of whoever leads the review');
      expect(await closed()).toBeNull();
    },
  );

  it('nor by a lead whose interest nobody else has decided; another lead decides, and they go on', async () => {
    await assignedAndClear(world, reviewId, 'otherLead', 'lead');
    const reviewers = world.service(ReviewersService);
    const declared = await reviewers.declare(await world.as('lead'), reviewId, declarationOf('FAMILY'));
    await expect(world.service(RepliesService).close(await world.as('lead'), reviewId)).rejects.toThrow(
      NotFound,
    );
    expect(await closedPastServices('lead')).toBe(0);
    const decision = { outcome: 'continue', reason: 'A cousin signed a letter in 2019.' } as const;
    await expect(reviewers.decide(await world.as('lead'), declared, decision)).rejects.toThrow(NotPermitted);
    await reviewers.decide(await world.as('otherLead'), declared, decision);
    await world.service(RepliesService).close(await world.as('lead'), reviewId);
    expect(await closed()).toBe('2026-12-08');
  });

  /** How many rows somebody changes who writes SQL in their own scope; what they change is undone. */
  async function closedPastServices(part: Part): Promise<number> {
    const undone = new Error('undone');
    let changed = -1;
    await world
      .service(Database)
      .write(scopeOf(await world.as(part)), async (manager) => {
        const result: unknown = await manager.query(
          `UPDATE reviews.review SET revision = revision + 1, reply_closed_on = '2026-12-08' WHERE id = $1`,
          [reviewId],
        );
        changed = Array.isArray(result) ? Number(result[1]) : -1;
        throw undone;
      })
      .catch((fault: unknown) => {
        if (fault !== undone) throw fault;
      });
    return changed;
  }

  async function closed(): Promise<string | null> {
    const found = await world
      .service(Database)
      .row(scopeOf(await world.as('submitter')), CLOSED.from('reviews.review r WHERE r.id = $1', [reviewId]));
    return found?.closed ?? null;
  }
});
