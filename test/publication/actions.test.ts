import { VISITOR } from '../../src/identity/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { actionState } from '../../src/publication/actions/action-state.js';
import { ActionsQueries } from '../../src/publication/actions/actions.queries.js';
import { ActionsService } from '../../src/publication/actions/actions.service.js';
import { publishedReview, settledReview } from '../support/publication.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

const ACTION = {
  criterion: 'SIM-POL-01',
  what: 'Take officers out of therapeutic sessions.',
  ownerPost: 'Medical director',
  dueOn: '2027-01-31',
  evidenceNeeded: 'Rotas of three months without officers.',
};

describe('Actions after a published result', () => {
  let world: ReviewWorld;
  let reviewId: string;

  beforeAll(async () => {
    world = await reviewWorld();
    ({ reviewId } = await publishedReview(world));
  });

  afterAll(() => world.close());

  it('are reported by the trust, checked by somebody else and can be opened again, for everyone to follow', async () => {
    const actions = world.service(ActionsService);
    const id = await actions.addAction(await world.as('lead'), { ...ACTION, reviewId });
    expect(await standing(id, '2027-01-31')).toBe('OPEN');
    expect(await standing(id, '2027-02-01')).toBe('OVERDUE');
    await actions.reportDone(await world.as('submitter'), id, 'The rotas are attached.');
    expect(await standing(id, '2027-02-01')).toBe('REPORTED');
    await actions.checkDone(await world.as('first'), id, {
      accepted: false,
      reasons: 'One month is missing.',
    });
    expect(await standing(id, '2027-02-01')).toBe('OVERDUE');
    await actions.reportDone(await world.as('submitter'), id, 'All three months.');
    await actions.checkDone(await world.as('lived'), id, {
      accepted: true,
      reasons: 'No officer is on them.',
    });
    expect(await standing(id, '2027-02-01')).toBe('DONE');
    await actions.reopen(await world.as('lead'), id, 'Two concerns say it began again.');
    expect(await standing(id, '2027-02-01')).toBe('OVERDUE');
    const { steps = [] } = (await world.service(ActionsQueries).one(VISITOR, id)) ?? {};
    expect(steps.map(({ kind }) => kind)).toEqual(['done', 'not-accepted', 'done', 'accepted', 'reopened']);
  });

  it('come only after a result, for criteria of the round, with a day to come', async () => {
    const { reviewId: unpublished } = await settledReview(world);
    const lead = await world.as('lead');
    const add = (change: object) =>
      world.service(ActionsService).addAction(lead, { ...ACTION, reviewId, ...change });
    await expect(add({ reviewId: unpublished })).rejects.toThrow('actions follow a published result');
    await expect(add({ criterion: 'SIM-XXX-99' })).rejects.toThrow('the round does not ask this criterion');
    await expect(add({ dueOn: '2026-12-08' })).rejects.toMatchObject({ status: 422 });
  });

  it('are one, however often they are sent with one token, and the token is good for one review only', async () => {
    const { reviewId: other } = await publishedReview(world);
    const actions = world.service(ActionsService);
    const lead = await world.as('lead');
    const sent = { ...ACTION, reviewId, once: newId() };
    const [first, second] = await Promise.all([actions.addAction(lead, sent), actions.addAction(lead, sent)]);
    expect([first, second]).toEqual([sent.once, sent.once]);
    const { rows } = await world.superuser.query('SELECT FROM publication.action WHERE id = $1', [sent.once]);
    expect(rows).toHaveLength(1);
    await expect(actions.addAction(await world.as('otherLead'), sent)).rejects.toMatchObject({ status: 409 });
    await expect(actions.addAction(lead, { ...sent, reviewId: other })).rejects.toMatchObject({
      status: 409,
    });
    await expect(actions.addAction(await world.as('first'), sent)).rejects.toMatchObject({ status: 403 });
  });

  it('are refused to everybody whose step it is not', async () => {
    const actions = world.service(ActionsService);
    const id = await actions.addAction(await world.as('lead'), { ...ACTION, reviewId });
    for (const part of ['submitter', 'first', 'auditor', 'admin', 'stranger', 'group'] as const)
      await expect(actions.addAction(await world.as(part), { ...ACTION, reviewId })).rejects.toMatchObject({
        status: 403,
      });
    for (const part of ['lead', 'first', 'guardian', 'admin', 'group'] as const)
      await expect(actions.reportDone(await world.as(part), id, 'Done.')).rejects.toMatchObject({
        status: 403,
      });
    await expect(
      actions.checkDone(await world.as('first'), id, { accepted: true, reasons: 'Fine.' }),
    ).rejects.toThrow('nothing was reported that can be checked');
    await actions.reportDone(await world.as('submitter'), id, 'Done.');
    for (const part of ['submitter', 'stranger', 'auditor', 'admin'] as const)
      await expect(
        actions.checkDone(await world.as(part), id, { accepted: true, reasons: 'Fine.' }),
      ).rejects.toMatchObject({ status: 403 });
    await expect(actions.reportDone(await world.as('submitter'), id, 'Again.')).rejects.toThrow(
      'it was reported before',
    );
  });

  it('are never checked by the person who reported them, whatever else they hold', async () => {
    const actions = world.service(ActionsService);
    const id = await actions.addAction(await world.as('lead'), { ...ACTION, reviewId });
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(
      `INSERT INTO publication.action_step (id, revision, action_id, review_id, organisation_id, seq, kind, text, taken_by, taken_on)
       SELECT gen_random_uuid(), 1, a.id, a.review_id, a.organisation_id, 1, 'done', 'Done.', $2, '2026-12-08'
       FROM publication.action a WHERE a.id = $1`,
      [id, world.personId('first')],
    );
    await world.superuser.query("SET session_replication_role = 'origin'");
    await expect(
      actions.checkDone(await world.as('first'), id, { accepted: true, reasons: 'Fine.' }),
    ).rejects.toThrow('nobody checks what they reported themselves');
  });

  it('are listed with the most overdue first and what is done last', async () => {
    const rows = await world
      .service(ActionsQueries)
      .list(VISITOR, { review: reviewId }, { limit: 2, after: null });
    expect(rows.items).toHaveLength(2);
    expect(rows.next).not.toBeNull();
  });

  async function standing(id: string, today: string): Promise<string | null> {
    const action = await world.service(ActionsQueries).one(VISITOR, id);
    return action && actionState(action, today);
  }
});
