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

  async function posted(path: string, sent: object) {
    const response = await fetch(`${world.address}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    return { status: response.status, body: await response.json() };
  }
});
