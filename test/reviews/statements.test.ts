import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { SentOtherwise } from '../../src/kernel/refusal.js';
import { readContent } from '../../src/publication/content/content-text.js';
import { ReleasesQueries } from '../../src/publication/releases/releases.queries.js';
import { VISITOR } from '../../src/identity/actor.js';
import { ModerationService } from '../../src/reviews/moderation/moderation.service.js';
import { RepliesService } from '../../src/reviews/reply/replies.service.js';
import { GroupStage, type Sql } from '../support/groups.js';
import { MET_ABOUT, panelOfTwoLeads, released, settledReview } from '../support/publication.js';
import { PageReader } from '../support/page-reader.js';
import { sentByProgram } from '../support/sent-by-program.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  submitted,
  type ServedReviewWorld,
} from '../support/reviews.js';
import { lockedByAll, scoredByAll } from '../support/scoring.js';

const CRITERION = 'SIM-POL-02';
const OURS = 'We saw an officer at the door.\n\n<b>Twice.</b>';
const OVER = 'the time for statements has ended: raise a concern, or speak in the next round';

describe('What user-led groups state about a criterion', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let reviewId: Uuid;
  let criteria: readonly string[];

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    world.clock.setTo('2026-11-23');
    ({ reviewId, criteria } = await startedReview(world));
  });

  it('is read by every reviewer beside that criterion before they score, and by the trust not yet', async () => {
    const group = await (
      await world.reader('group')
    ).open(`/reviews/${reviewId}/statement?criterion=${CRITERION}`);
    expect(group.text).toContain('It is not fixed yet.');
    await group.fill('Your statement', OURS).press('Send');
    expect(group.notice).toBe('Your statement was sent');
    await world
      .service(RepliesService)
      .state(await world.as('group'), reviewId, { text: 'Of the whole scheme.' });
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    for (const part of ['first', 'second', 'lived'] as const) {
      const reader = await world.reader(part);
      await reader.open(`/reviews/${reviewId}/scores/${CRITERION}`);
      expect(reader.text).toContain('We saw an officer at the door.');
      expect(reader.text).toContain('<b>Twice.</b>');
      expect(reader.text).toContain('Of the whole scheme.');
      await reader.open(`/reviews/${reviewId}/scores/${MET_ABOUT}`);
      expect(reader.text).not.toContain('We saw an officer at the door.');
      expect(reader.text).toContain('Of the whole scheme.');
    }
    const listed = await sentByProgram(world, 'first', `reviews/${reviewId}/statements`);
    const { items } = JSON.parse(listed.text) as { items: { criterion: string | null; text: string }[] };
    expect(items.map(({ criterion, text }) => [criterion, text]).sort()).toEqual(
      [
        [null, 'Of the whole scheme.'],
        [CRITERION, OURS],
      ].sort(),
    );
    expect((await sentByProgram(world, 'submitter', `reviews/${reviewId}/statements`)).text).not.toContain(
      'officer',
    );
  });

  it('stands beside the criterion in the release, unedited, and among all that was said', async () => {
    const speaks = async (id: Uuid): Promise<void> => {
      const stated = { text: OURS, criterion: CRITERION };
      await world.service(RepliesService).state(await world.as('group'), id, stated);
    };
    const settled = await settledReview(world, undefined, speaks);
    const text = await world
      .service(ReleasesQueries)
      .content(VISITOR, await released(world, settled.reviewId));
    expect(readContent(text ?? '').statements).toContainEqual(
      expect.objectContaining({ organisation: 'Example Voices', criterion: CRITERION, text: OURS }),
    );
    const visitor = await new PageReader(world.address).open('/publications/1?open=all');
    const layer = visitor.find(`#${CRITERION}`).parent();
    expect(layer.text()).toContain('We saw an officer at the door.');
    expect(visitor.find('#group-statements').parent().text()).toContain('<b>Twice.</b>');
    expect(visitor.find(`#${MET_ABOUT}`).parent().text()).not.toContain('We saw an officer');
  });

  it('is taken until the last day for replies, and what comes later is kept in sight with what can still be done', async () => {
    await panelOfTwoLeads(world, reviewId);
    await submitted(world, reviewId, criteria);
    await scoredByAll(world, { reviewId, criteria });
    await lockedByAll(world, reviewId);
    await world.service(ModerationService).close(await world.as('lead'), reviewId);
    const group = await (await world.reader('group')).open(`/reviews/${reviewId}/statement`);
    expect(group.text).toContain('until the end of 7 December 2026');
    const once = newId();
    world.clock.setTo('2026-12-07');
    const typing = await (await world.reader('group')).open(`/reviews/${reviewId}/statement`);
    const state = async (text: string): Promise<string> =>
      world.service(RepliesService).state(await world.as('group'), reviewId, { text, once });
    await state('On the last day.');
    await expect(state('Other words under the same token.')).rejects.toBeInstanceOf(SentOtherwise);
    world.clock.setTo('2026-12-08');
    expect(await state('On the last day.')).toBe(once);

    await pastTheLedger(
      world.superuser,
      `UPDATE reviews.review SET reply_due_on = '2026-12-06' WHERE id = '${reviewId}'`,
    );
    world.clock.setTo('2026-12-07');
    await typing.fill('Your statement', 'One day late.').press('Send');
    expect(typing.status).toBe(409);
    for (const words of [
      'The last day for a statement was 6 December 2026.',
      'Your words, which were not sent',
      'One day late.',
      'Raise a concern',
    ])
      expect(typing.text).toContain(words);
    const late = await sentByProgram(world, 'group', `reviews/${reviewId}/statements`, {
      text: 'One day late.',
    });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining(OVER)]);
    expect(await stage.tried(await world.as('group'), statement({ on: '2026-12-08' }))).toContain(OVER);

    await world.service(RepliesService).close(await world.as('lead'), reviewId);
    expect(await stage.tried(await world.as('group'), statement({ on: '2026-11-24' }))).toContain(OVER);
    expect(await count()).toBe(1);
  });

  it('is about what the round asks, and a group that sends many does not bury the others', async () => {
    const odd = await sentByProgram(world, 'group', `reviews/${reviewId}/statements`, {
      ...{ text: 'Said.', criterion: 'SIM-NONE-01' },
    });
    expect([odd.status, odd.text]).toEqual([
      409,
      expect.stringContaining('the round does not ask this criterion'),
    ]);
    const many = Array.from({ length: 6 }, () =>
      sentByProgram(world, 'group', `reviews/${reviewId}/statements`, {
        text: 'Again.',
        criterion: CRITERION,
      }),
    );
    const statuses = (await Promise.all(many)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 201, 201, 409, 409, 409]);
    expect(
      await stage.tried(await world.as('group'), statement({ on: '2026-11-23', criterion: CRITERION })),
    ).toContain('at most three times');
    await world
      .service(RepliesService)
      .state(await world.as('group'), reviewId, { text: 'Of another.', criterion: MET_ABOUT });
    expect(await count()).toBe(4);
  });

  it('is not taken where silence was published, because no release would carry it', async () => {
    world.clock.setTo('2026-12-12');
    await panelOfTwoLeads(world, reviewId);
    await released(world, reviewId);
    const late = await sentByProgram(world, 'group', `reviews/${reviewId}/statements`, {
      text: 'They are silent.',
    });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining(OVER)]);
  });

  function statement({
    on,
    criterion = null,
  }: {
    readonly on: string;
    readonly criterion?: string | null;
  }): Sql {
    return {
      text: `INSERT INTO reviews.statement (id, revision, review_id, organisation_id, criterion, text, stated_by, stated_on)
        VALUES ($1, 1, $2, $3, $4, 'Past the application.', $5, $6)`,
      values: [newId(), reviewId, world.groupId, criterion, world.personId('group'), on],
    };
  }

  async function count(): Promise<number> {
    const { rowCount } = await world.superuser.query('SELECT FROM reviews.statement WHERE review_id = $1', [
      reviewId,
    ]);
    return rowCount ?? 0;
  }
});
