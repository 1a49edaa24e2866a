import { VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { readContent } from '../../src/publication/content/content-text.js';
import { ReleasesQueries, type ReleaseRow } from '../../src/publication/releases/releases.queries.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { ReviewersQueries } from '../../src/reviews/reviewers/reviewers.queries.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { MET_ABOUT, publishedReview, released } from '../support/publication.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const CONFLICT = 'They advised the police on this scheme.';

interface Promised {
  readonly items: readonly {
    readonly id: Uuid;
    readonly publicity: string;
    readonly setAsideOn: string | null;
  }[];
}

describe('A published result that rests on somebody with a conflict', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let first: ReleaseRow;
  let firstBytes: string;
  let excluding: string;
  let lead: InterestedParty;
  let otherLead: InterestedParty;
  let anyone: InterestedParty;

  beforeAll(async () => {
    world = await servedReviewWorld();
    let releaseId: Uuid;
    ({ reviewId, releaseId } = await publishedReview(world));
    first = await releaseOf(releaseId);
    firstBytes = await bytesOf(releaseId);
    [lead, otherLead, anyone] = [
      interestedParty(world, 'lead'),
      interestedParty(world, 'otherLead'),
      interestedParty(world, null),
    ];
    const panel = await world.service(ReviewersQueries).panel(await world.as('lead'), reviewId);
    const member = panel.find(({ personId }) => personId === world.personId('first'));
    excluding = `reviews/${reviewId}/assignments/${member?.id ?? ''}`;
    world.clock.setTo('2026-12-10');
  });

  afterAll(() => world.close());

  it('opens for nothing else: not by SQL, and not by one who leads it alone', async () => {
    const opening = `UPDATE reviews.review SET revision = revision + 1, moderation_closed_on = NULL, reply_due_on = NULL,
      reply_closed_on = NULL WHERE id = '${reviewId}'`;
    expect(await lead.sql(opening)).toContain('only when locked scores are set aside');
    const found = { conflict: CONFLICT, reason: 'They would judge their own advice.', post: 'Lead' };
    expect((await lead.post(`${excluding}/exclusion`, found)).status).toBe(201);
    expect((await stand()).moderationClosedOn).toBe('2026-11-23');
    expect(await promised()).toMatchObject({ publicity: 'PUBLISHED', setAsideOn: null });
    expect((await anyone.page(`/publications/${String(first.serial)}`)).text).not.toContain('settled again');
  });

  it('opens again in the act in which a second person agrees; everyone reads that, and not yet about whom or why', async () => {
    world.clock.setTo('2026-12-11');
    const agrees = { agrees: true, reason: 'The minutes name them.', post: 'Second lead' };
    expect(await otherLead.post(`${excluding}/confirmation`, agrees)).toMatchObject({ status: 201 });
    expect(await stand()).toMatchObject({
      ...{ moderationClosedOn: null, replyDueOn: null, replyClosedOn: null },
      publishedOn: '2026-12-08',
    });
    expect(await promised()).toMatchObject({ publicity: 'SETTLED_AGAIN', setAsideOn: '2026-12-11' });
    for (const path of [`/publications/${String(first.serial)}`, `/publications/reviews/${reviewId}`]) {
      const { text } = await anyone.page(path);
      expect(text).toContain('On 11 December 2026 scores in');
      expect(text).not.toContain('advised the police');
      expect(text).not.toContain('The minutes name them');
    }
    expect((await anyone.page('/publications')).text).toContain('Published, and being settled again');
    const review = (await lead.page(`/reviews/${reviewId}`)).text;
    expect(review).toContain('Being moderated');
    expect(review).toContain('Scores were set aside: what rests on them is settled again');
  });

  it('keeps its bytes, and nothing follows it before moderation and the time for reply have ended anew', async () => {
    expect(await bytesOf(first.id)).toBe(firstBytes);
    await expect(released(world, reviewId)).rejects.toThrow('Settle the findings first');
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    expect(await stand()).toMatchObject({ moderationClosedOn: '2026-12-11', replyDueOn: '2026-12-29' });
    await expect(released(world, reviewId)).rejects.toThrow('Settle the findings first');
    expect((await anyone.page('/publications')).text).toContain('Published, and being settled again');
  });

  it('is followed by a release that rests on the scores that count, names the first and says what became of whom', async () => {
    world.clock.setTo('2026-12-30');
    await world.service(RepliesService).close(await world.as('lead'), reviewId);
    const second = await releaseOf(await released(world, reviewId));
    expect(second).toMatchObject({ number: 2, publishedOn: '2026-12-30' });
    const [before, after] = [readContent(firstBytes), readContent(await bytesOf(second.id))];
    expect(after.follows).toEqual({ release: 1, contentHash: first.contentHash });
    const counted = [before, after].map(
      ({ criteria }) => criteria.find(({ code }) => code === MET_ABOUT)?.counted,
    );
    expect(counted).toMatchObject([
      { score: '0', settledBy: 'meeting' },
      { score: '2', settledBy: 'agreement' },
    ]);
    expect([before.panel.reviewers, after.panel.reviewers]).toEqual([3, 2]);
    const aside = after.panel.scored.filter(({ became }) => became === 'set-aside');
    expect(aside.map(({ exclusion }) => [exclusion?.conflict, exclusion?.second?.decidedOn])).toEqual([
      [CONFLICT, '2026-12-11'],
    ]);
    expect(await promised()).toMatchObject({ publicity: 'PUBLISHED', setAsideOn: null });
    const page = (await anyone.page(`/publications/${String(first.serial)}`)).text;
    expect(page).toContain('There is a newer release');
    expect(page).not.toContain('Being settled again');
    expect((await anyone.page(`/publications/${String(second.serial)}`)).text).toContain(CONFLICT);
    expect((await stand()).publishedOn).toBe('2026-12-08');
  });

  async function stand() {
    return world.service(ReviewsQueries).header(await world.as('lead'), reviewId);
  }

  async function promised() {
    const { body } = await anyone.get<Promised>('promised-publications');
    return body.items.find(({ id }) => id === reviewId);
  }

  async function releaseOf(id: Uuid): Promise<ReleaseRow> {
    const release = await world.service(ReleasesQueries).one(VISITOR, id);
    if (!release) throw new Error(`There is no release ${id}.`);
    return release;
  }

  async function bytesOf(id: Uuid): Promise<string> {
    return (await world.service(ReleasesQueries).content(VISITOR, id)) ?? '';
  }
});
