import { Client } from 'pg';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { InvolvementService } from '../../src/co-production/involvement/involvement.service.js';
import type { NewInvolvement } from '../../src/co-production/involvement/new-involvement.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { registered, newScheme, publishedScheme, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

describe('What is said to have happened has a day that has come', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let token: string;

  beforeAll(async () => {
    world = await runningCandour();
    const [one] = await registered(world.app, anOrganisation({ name: 'Example Mental Health Trust' }));
    trust = one?.id ?? '';
    ({ token } = await signedIn(world, 'TRUST_SUBMITTER', trust));
  });

  afterAll(() => world.close());

  it('in a new record: “started in March 2031, it happened” is refused, and as a plan it is a plan', async () => {
    const given = {
      ...{ organisation: trust, title: 'A scheme to come', area: 'Exampleshire', state: 'PLANNED' },
      ...{ stateAt: '2026-01', started: '2031-03' },
    };
    expect(await posted('deployments', { ...given, startIs: 'happened', once: newId() })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/started' }] },
    });
    const planned = await posted('deployments', { ...given, startIs: 'planned', once: newId() });
    expect(planned).toMatchObject({
      status: 201,
      body: {
        claims: expect.arrayContaining([
          expect.objectContaining({ dated: '2031-03', planned: true }),
        ]) as unknown,
      },
    });
    const unsure = await posted('deployments', {
      ...given,
      started: '2019',
      startIs: 'not-known',
      once: newId(),
    });
    expect(JSON.stringify(unsure.body)).toContain('started, or was to start, in 2019');
  });

  it('and an end before the start is refused, a date to come is a plan', async () => {
    const id = await publishedScheme(
      world.app,
      somebody('TRUST_SUBMITTER', trust),
      newScheme(trust, { started: '2018-09', startPlanned: false, state: 'LIVE', stateAt: '2018-09' }),
    );
    const said = { topic: 'END', statement: 'It ended.' };
    expect((await posted(`deployments/${id}/claims`, { ...said, dated: '2018-08' })).status).toBe(422);
    const plan = { ...said, statement: 'It is meant to end.', dated: '2031' };
    expect((await posted(`deployments/${id}/claims`, plan)).status).toBe(201);
    const { claims } = await world.app.get(DeploymentsQueries).named(somebody('AUDITOR'), id);
    expect(claims.find(({ topic }) => topic === 'END')).toMatchObject({ dated: '2031', planned: true });
  });

  it('and an activity to come did not take place', async () => {
    const actor = somebody('TRUST_SUBMITTER', trust);
    const id = await publishedScheme(world.app, actor, newScheme(trust));
    const activity: NewInvolvement = {
      stage: 'START',
      fromDay: '2031-03-01',
      toDay: null,
      question: 'What do you think?',
      decisionOpen: true,
      decidedOn: null,
      method: 'A meeting',
      ledBy: 'shared',
      policePresent: 'no',
      accessBudget: true,
      namedPeople: [],
    };
    await expect(world.app.get(InvolvementService).record(actor, id, activity)).rejects.toMatchObject({
      issues: [{ field: 'fromDay' }],
    });
  });

  it('nor with SQL as the application', async () => {
    const id = await publishedScheme(world.app, somebody('TRUST_SUBMITTER', trust), newScheme(trust));
    const client = new Client({ connectionString: world.database.appUrl });
    await client.connect();
    await client.query('BEGIN; SET LOCAL ROLE candour_member');
    await client.query(
      "SELECT set_config('candour.person', $1, true), set_config('candour.memberships', $2, true)",
      [newId(), `TRUST_SUBMITTER@${trust}`],
    );
    const changed = client.query(`UPDATE deployments.deployment SET state_at = '2031-03' WHERE id = $1`, [
      id,
    ]);
    await expect(changed).rejects.toThrow('What happened is not in the future.');
    await client.end();
  });

  describe('and when something is mended, dates fit each other as they did before', () => {
    let id: Uuid;
    let state: { readonly id: Uuid; readonly revision: number };
    let start: Uuid;
    let paused: Uuid;
    let running: Uuid;
    const why = { whyMended: 'We found the rota.' };

    beforeAll(async () => {
      const actor = somebody('TRUST_SUBMITTER', trust);
      const dates = { started: '2018-09', startPlanned: false, state: 'LIVE' as const, stateAt: '2018-10' };
      id = await publishedScheme(world.app, actor, newScheme(trust, dates));
      const { claims } = await world.app.get(DeploymentsQueries).named(actor, id);
      const claimOf = (topic: string): Uuid => claims.find((claim) => claim.topic === topic)?.id ?? '';
      state = { id: claimOf('STATE'), revision: 2 };
      start = claimOf('START');
    });

    it.each(['2017', '2031'])('a scheme does not stand anywhere since %s', async (stateAt) => {
      const { revision } = await world.app.get(DeploymentsQueries).named(somebody('AUDITOR'), id);
      const sent = { state: 'LIVE', stateAt, version: revision, ...why };
      expect(await posted(`mending/deployment/${id}`, sent)).toMatchObject(refusedFor('/stateAt'));
    });

    it('it did not start after it stood there', async () => {
      const sent = { topic: 'START', statement: 'It started in 2019.', dated: '2019', version: 2, ...why };
      expect(await posted(`mending/claim/${start}`, sent)).toMatchObject(refusedFor('/dated'));
      const said = { topic: 'START', statement: 'It started in May 2020.', dated: '2020-05' };
      expect(await posted(`deployments/${id}/claims`, said)).toMatchObject(refusedFor('/dated'));
    });

    it('the claim on which the state rests is not changed or withdrawn alone', async () => {
      const sent = { topic: 'STATE', statement: 'It is closed.', dated: '2018-10', version: 2, ...why };
      expect(await posted(`mending/claim/${state.id}`, sent)).toMatchObject(refusedFor('/statement'));
      const withdrawn = { reason: 'We never said so.', version: 2 };
      expect(await posted(`mending/claim/${state.id}/withdrawn`, withdrawn)).toMatchObject({
        status: 422,
        body: { errors: [{ detail: expect.stringContaining('Change where the scheme stands') as unknown }] },
      });
    });

    it('steps stay in turn, after the day since when it stood where the first found it', async () => {
      const arrangement = 'Care plans.';
      paused = await step({ to: 'PAUSED', happened: '2020-02', reason: 'No money.', arrangement });
      running = await step({ to: 'LIVE', happened: '2020-06', reason: 'Money came.' });
      const refused = refusedFor('/happened');
      const because = { because: 'No money.', version: 1, ...why };
      for (const happened of ['2020-07', '2018-09'])
        expect(await posted(`mending/transition/${paused}`, { ...because, happened })).toMatchObject(refused);
      for (const happened of ['2020-01', '2031'])
        expect(await posted(`mending/transition/${running}`, { ...because, happened })).toMatchObject(
          refused,
        );
      const mended = { ...because, happened: '2020-03' };
      expect(await posted(`mending/transition/${paused}`, mended)).toMatchObject({ status: 200 });
    });

    it('nor with SQL as the application', async () => {
      const client = await asApplication();
      const fitting = 'Dates of a scheme fit each other.';
      const stated = 'A scheme stands where its trust says.';
      for (const [change, refusal] of [
        [`UPDATE deployments.deployment SET state_at = '2017' WHERE id = '${id}'`, fitting],
        [`UPDATE deployments.claim SET dated = '2021' WHERE id = '${start}'`, fitting],
        [`UPDATE deployments.transition SET happened = '2020-07' WHERE id = '${paused}'`, fitting],
        [`UPDATE deployments.transition SET happened = '2020-winter' WHERE id = '${paused}'`, fitting],
        [`UPDATE deployments.transition SET happened = '2020-01' WHERE id = '${running}'`, fitting],
        [
          `UPDATE deployments.deployment SET state_claims = (SELECT ARRAY[key] FROM deployments.claim WHERE id = '${state.id}'), state_at = '2020' WHERE id = '${id}'`,
          stated,
        ],
        [
          `UPDATE deployments.deployment SET state_claims = (SELECT ARRAY[key] FROM deployments.claim WHERE id = '${state.id}'), state_at = '2018-10', state_code = 'CLOSED' WHERE id = '${id}'`,
          stated,
        ],
      ] as const) {
        await client.query('BEGIN; SET LOCAL ROLE candour_member');
        await client.query(
          "SELECT set_config('candour.person', $1, true), set_config('candour.memberships', $2, true)",
          [newId(), `TRUST_SUBMITTER@${trust}`],
        );
        const tried = client.query(`${change}; SET CONSTRAINTS ALL IMMEDIATE`);
        await expect(tried).rejects.toThrow(refusal);
        await client.query('ROLLBACK');
      }
    });

    async function asApplication(): Promise<Client> {
      const client = new Client({ connectionString: world.database.appUrl });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    }

    function refusedFor(pointer: string) {
      return { status: 422, body: { errors: [{ pointer }] } };
    }

    async function step(sent: object): Promise<Uuid> {
      const { status, body } = await posted(`deployments/${id}/steps`, sent);
      expect({ status, body }).toMatchObject({ status: 201 });
      return (body as { id: Uuid }).id;
    }
  });

  async function posted(path: string, sent: object) {
    const response = await fetch(`${world.address}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    return { status: response.status, body: await response.json() };
  }
});
