import { CorrespondenceService } from '../../src/concerns/correspondence/correspondence.service.js';
import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { ConcernReleasingService } from '../../src/concerns/handling/concern-releasing.service.js';
import { HandlingService } from '../../src/concerns/handling/handling.service.js';
import { ReadingService } from '../../src/concerns/reading/reading.service.js';
import { receiptHolder, VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { readContent } from '../../src/publication/content/content-text.js';
import { ReleasesQueries } from '../../src/publication/releases/releases.queries.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { someAnswers } from '../concerns/support.js';
import { GroupStage } from '../support/groups.js';
import { met } from '../support/meetings.js';
import { panelOfTwoLeads, released } from '../support/publication.js';
import { servedReviewWorld, startedReview, submitted, type ServedReviewWorld } from '../support/reviews.js';
import { sentByProgram } from '../support/sent-by-program.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const CONTRADICTED = 'SIM-REL-02';
const WHY = 'What was said does not fit what was scored.';
const SUMMARY = 'Care was refused because there was a plan.';

describe('A concern handler who would rather spare the trust', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let reviewId: Uuid;
  let filed: FiledConcern;

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
    const started = await startedReview(world);
    ({ reviewId } = started);
    await panelOfTwoLeads(world, reviewId);
    filed = await aConcernThatReviewersRead();
    await submitted(world, reviewId, started.criteria);
    await scoredByAll(world, started);
  }, 60_000);

  afterAll(() => world.close());

  it('reads no answer, no score and nothing of a meeting, by page, by program or past the application', async () => {
    const page = await world.reader('handler');
    for (const path of ['', '/answers', '/scores', '/meetings', '/moderation', '/panel', '/replies'])
      expect([path, closed((await page.open(`/reviews/${reviewId}${path}`)).status)]).toEqual([path, true]);
    for (const path of ['', '/meetings', '/panel', '/submission', '/statements']) {
      const answer = await sentByProgram(world, 'handler', `reviews/${reviewId}${path}`);
      expect([path, closed(answer.status)]).toEqual([path, true]);
    }
    for (const table of ['self_answer', 'self_score', 'score', 'score_lock', 'interest_declaration'])
      expect([table, await seen(`reviews.${table}`)]).toEqual([table, 0]);
  });

  it('nor how a concern is opened by whoever holds its receipt; and reading one is told to its person, by post', async () => {
    await expect(seen('concerns.receipt')).resolves.toContain('permission denied');
    await (await world.reader('handler')).open(`/concerns/${filed.id}`);
    const own = await world.service(ReadingService).forHolder(receiptHolder(filed.id));
    expect(own.readings.map(({ part, post }) => [part, post])).toContainEqual(['concern', 'CONCERN_HANDLER']);
  });

  describe('once a reviewer has said that the concern contradicts the scores', () => {
    beforeAll(async () => {
      await lockedByAll(world, reviewId);
      const asked = await sentByProgram(world, 'lived', `reviews/${reviewId}/meeting-requests`, {
        criterion: CONTRADICTED,
        ground: 'concerns',
        reason: WHY,
      });
      expect(asked.status).toBe(201);
    });

    it('asks for no meeting and takes back none', async () => {
      const given = { criterion: CONTRADICTED, ground: 'asked', reason: 'It was a mistake.' };
      const asked = await sentByProgram(world, 'handler', `reviews/${reviewId}/meeting-requests`, given);
      expect(asked.status).toBe(403);
      for (const text of [
        'DELETE FROM reviews.meeting_request',
        "UPDATE reviews.meeting_request SET ground = 'asked'",
      ])
        expect(await stage.tried(await world.as('handler'), { text, values: [] })).toContain(
          'permission denied',
        );
    });

    it('takes the concern’s link back on the page: the reviewers still must meet, and still read it', async () => {
      const page = await (await world.reader('handler')).open(`/concerns/${filed.id}`);
      await page.follow('Take a link back');
      await page.select('Which link was wrong?', 'Example Vale Trust: Example joint response team').press();
      expect(page.status).toBe(200);
      expect(page.text).not.toContain(CONTRADICTED);
      await stillToMeet();
    });

    it('answers and closes the concern by program: the same', async () => {
      await world.service(CorrespondenceService).answer(await world.as('handler'), filed.id, 'Thank you.');
      const closed = await sentByProgram(world, 'handler', `concerns/${filed.id}/closure`, {});
      expect([closed.status, closed.text]).toEqual([200, expect.stringContaining('"closed"')]);
      await stillToMeet();
    });

    it('and takes back no release that was given, past the application, nor hides one without an event', async () => {
      for (const text of [
        'DELETE FROM concerns.release',
        'UPDATE concerns.release SET deployment_id = NULL',
        'DELETE FROM concerns.link',
        'DELETE FROM concerns.concern',
      ])
        expect([text, await stage.tried(await world.as('handler'), { text, values: [] })]).toEqual([
          text,
          expect.stringContaining('permission denied'),
        ]);
      const hiding = { text: 'UPDATE concerns.release SET reviewers_may_read = false', values: [] };
      expect(await stage.tried(await world.as('handler'), hiding)).toContain(
        'has no event in its transaction',
      );
      await stillToMeet();
    });

    it('so the result says that concerns contradicted the scores, and who asked for the meeting', async () => {
      await met(world, reviewId, { criterion: CONTRADICTED, score: '2', grade: 'B', reason: 'We read it.' });
      await world.service(ModerationService).close(await world.as('lead'), reviewId);
      world.clock.setTo('2026-12-08');
      await world.service(RepliesService).close(await world.as('lead'), reviewId);
      const releaseId = await released(world, reviewId);
      const text = (await world.service(ReleasesQueries).content(VISITOR, releaseId)) ?? '';
      const { meeting } = readContent(text).criteria.find(({ code }) => code === CONTRADICTED) ?? {};
      expect(meeting).toMatchObject({ asked: [{ ground: 'concerns', reason: WHY }] });
      expect(text).not.toContain(SUMMARY);
      expect(text).not.toContain(filed.id);
    });
  });

  async function aConcernThatReviewersRead(): Promise<FiledConcern> {
    const sent = await world
      .service(FilingService)
      .file(VISITOR, someAnswers({ consents: ['reviewers'], organisationId: world.trustId }));
    const handler = await world.as('handler');
    const target = { organisationId: world.trustId, deploymentId: world.deploymentId };
    await world.service(HandlingService).triage(handler, sent.id, ['PLAN_WITHHELD_CARE']);
    await world.service(HandlingService).link(handler, sent.id, { ...target, criteria: [CONTRADICTED] });
    await world.service(ConcernReleasingService).release(handler, sent.id, { ...target, text: SUMMARY });
    return sent;
  }

  async function stillToMeet(): Promise<void> {
    await expect(world.service(ModerationService).close(await world.as('lead'), reviewId)).rejects.toThrow(
      `must first meet about ${CONTRADICTED}`,
    );
    const { text } = await sentByProgram(world, 'lived', `reviews/${reviewId}/meetings`);
    expect(text).toContain('CONCERNS_CONTRADICT');
    expect(text).toContain(WHY);
    const open = await (await world.reader('lived')).open('/released-concerns');
    expect(open.text).toContain('Example Vale TrustCare was refused or held back because of a plan');
  }

  /** How many rows of a table PostgreSQL shows the handler, or why none. */
  async function seen(table: string): Promise<number | string> {
    const text = `DO $$ BEGIN IF EXISTS (SELECT FROM ${table}) THEN RAISE 'rows are seen'; END IF; END $$`;
    const said = await stage.tried(await world.as('handler'), { text, values: [] });
    return said === 'done' ? 0 : said;
  }
});

/** What pages and programs answer to whoever may not see something. */
function closed(status: number): boolean {
  return status === 403 || status === 404;
}
