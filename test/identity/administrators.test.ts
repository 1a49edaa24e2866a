import { OPERATOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { AccountRequestsService } from '../../src/memberships/countersigning/account-requests.service.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { PageReader } from '../support/page-reader.js';
import { actorFor, aPerson, signInAs, type TestPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const ADMIN = { role: 'ADMIN', organisationId: null } as const;
const REVIEWER = { role: 'REVIEWER', organisationId: null } as const;

describe('Administrators keep each other', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
  });
  afterAll(() => world.close());
  beforeEach(() => endEveryRole());

  it('so the last of them can neither leave nor be made to', async () => {
    const first = await aPerson(world.app, { roles: [ADMIN] });
    const page = new PageReader(world.address);
    await signInAs(page, first);
    await page.open(`/people/${first.id}`);
    await page.press(page.find('main form[action$="/end"] button').text().replace(/\s+/g, ' ').trim());
    expect(page.status).toBe(409);
    expect(page.text).toContain('Nobody would be left to keep people');
    await page.open('/account');
    expect(page.text).toContain('Administrator');
  });

  it.each([
    ['CONCERN_HANDLER', 'Nobody would be left to read what people tell us'],
    ['LEAD_REVIEWER', 'Nobody would be left to keep the promised dates'],
  ] as const)(
    'and the only %s is neither suspended nor loses the role before there is another',
    async (role, said) => {
      const people = world.app.get(PeopleService);
      const by = await actorFor(world.app, (await anAdministrator()).id);
      const held = { role, organisationId: null } as const;
      const only = await aPerson(world.app, { roles: [held] });
      await expect(people.suspend(by, only.id)).rejects.toMatchObject({
        status: 409,
        detail: expect.stringContaining(said) as string,
      });
      await expect(people.end(by, await membershipOf(only.id))).rejects.toMatchObject({ status: 409 });
      expect(await rolesOf(only.id)).toEqual([role]);
      const bystander = await aPerson(world.app);
      await people.suspend(by, bystander.id);
      await aPerson(world.app, { roles: [held] });
      await people.suspend(by, only.id);
    },
  );

  it('so of two who remove each other at the same moment one stays, however often they try', async () => {
    const people = world.app.get(PeopleService);
    for (let round = 0; round < 10; round += 1) {
      const pair = [await anAdministrator(), await anAdministrator()] as const;
      const [one, other] = [await actorFor(world.app, pair[0].id), await actorFor(world.app, pair[1].id)];
      const outcomes = await Promise.allSettled([
        people.end(one, await membershipOf(pair[1].id)),
        people.end(other, await membershipOf(pair[0].id)),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await endEveryRole();
    }
  });

  it('so nobody grants a privileged role alone, whatever they send', async () => {
    const [asker, second, somebody] = [
      await anAdministrator(),
      await anAdministrator(),
      await aPerson(world.app),
    ];
    const requests = world.app.get(AccountRequestsService);
    const by = await actorFor(world.app, asker.id);
    const grant = { ...REVIEWER, personId: somebody.id, reason: 'Joins the panel' };
    const granted = await world.app.get(PeopleService).grant(by, grant);
    const requestId = 'requestId' in granted ? granted.requestId : newId();
    expect(await rolesOf(somebody.id)).toEqual([]);
    await expect(requests.countersign(by, requestId)).rejects.toMatchObject({ status: 403 });
    expect(await rolesOf(somebody.id)).toEqual([]);
    const agreeing = await actorFor(world.app, second.id);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => requests.countersign(agreeing, requestId)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rolesOf(somebody.id)).toEqual(['REVIEWER']);
  });

  it('and so nobody asks for themselves', async () => {
    const me = await anAdministrator();
    const by = await actorFor(world.app, me.id);
    const asking = { asks: 'grant-role', ...REVIEWER, personId: me.id, reason: 'I want it' } as const;
    await expect(world.app.get(AccountRequestsService).ask(by, asking)).rejects.toMatchObject({
      status: 403,
    });
  });

  function anAdministrator(): Promise<TestPerson> {
    return aPerson(world.app, { roles: [ADMIN] });
  }

  async function membershipOf(personId: Uuid): Promise<Uuid> {
    const { rows } = await world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM identity.membership WHERE person_id = $1 AND ended_on IS NULL',
      [personId],
    );
    return rows[0]?.id ?? newId();
  }

  async function rolesOf(personId: Uuid): Promise<readonly string[]> {
    const { rows } = await world.superuser.query<{ role: string }>(
      'SELECT role FROM identity.membership WHERE person_id = $1 AND ended_on IS NULL',
      [personId],
    );
    return rows.map(({ role }) => role);
  }

  async function endEveryRole(): Promise<void> {
    const { rows } = await world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM identity.membership WHERE ended_on IS NULL',
    );
    for (const { id } of rows) await world.app.get(PeopleService).end(OPERATOR, id);
  }
});
