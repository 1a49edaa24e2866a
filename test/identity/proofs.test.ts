import { OPERATOR, type HeldRole } from '../../src/identity/actor.js';
import { CodesService } from '../../src/identity/proofs/codes.service.js';
import { SignIn } from '../../src/identity/proofs/sign-in.service.js';
import { newTimeSecret, timeCode } from '../../src/identity/proofs/time-code.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { AccountService } from '../../src/memberships/account/account.service.js';
import { TokensService } from '../../src/memberships/account/tokens.service.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { PageReader } from '../support/page-reader.js';
import { actorFor, aPerson, signInAs, type TestPerson } from '../support/people.js';
import { TestClock } from '../support/reviews.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const AUDITOR: HeldRole = { role: 'AUDITOR', organisationId: null };
const AT_ONCE = 8;

describe('What proves who somebody is', () => {
  let world: RunningCandour;
  let clock: TestClock;

  beforeAll(async () => {
    clock = new TestClock();
    world = await runningCandour({ clock });
  });
  afterAll(() => world.close());
  beforeEach(() => {
    clock.pass(3_600_000);
  });

  it('works once, however many send the same code at the same moment', async () => {
    const codes = world.app.get(CodesService);
    const somebody = await aPerson(world.app, { roles: [AUDITOR] });
    const code = timeCode(somebody.timeSecret ?? '', clock.now());
    const byGenerator = await atOnce(() => codes.acceptTimeCode(somebody.id, code, clock.now()));
    expect(byGenerator.filter(Boolean)).toHaveLength(1);
    const [written = ''] = await newCodesOf(somebody);
    const bare = written.replaceAll('-', '');
    const byRecovery = await atOnce(() => codes.acceptRecoveryCode(somebody.id, bare));
    expect(byRecovery.filter(Boolean)).toHaveLength(1);
    const elsewhere = await aPerson(world.app, { roles: [AUDITOR] });
    expect(await codes.acceptRecoveryCode(elsewhere.id, bare)).toBe(false);
  });

  it('is not a code from a minute ago or from a minute ahead', async () => {
    const codes = world.app.get(CodesService);
    const { id, timeSecret } = await aPerson(world.app, { roles: [AUDITOR] });
    const shown = (seconds: number) =>
      timeCode(timeSecret ?? '', new Date(clock.now().getTime() + seconds * 1000));
    expect(await codes.acceptTimeCode(id, shown(-60), clock.now())).toBe(false);
    expect(await codes.acceptTimeCode(id, shown(60), clock.now())).toBe(false);
    expect(await codes.acceptTimeCode(id, shown(-30), clock.now())).toBe(true);
  });

  it('is guessed at five times and no more, even by a crowd at once', async () => {
    const signIn = world.app.get(SignIn);
    const { id, email } = await aPerson(world.app, { generator: false });
    const refusedIn = async (guess: () => Promise<unknown>): Promise<number[]> => {
      const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, guess));
      return outcomes.map((each) => (each.status === 'rejected' ? statusOf(each.reason) : 200)).sort();
    };
    const expected = [...Array<number>(5).fill(422), ...Array<number>(AT_ONCE - 5).fill(429)];
    expect(await refusedIn(() => signIn.byCode(id, '000000'))).toEqual(expected);
    expect(await refusedIn(() => signIn.again(id, 'not the passphrase', 'passphrase'))).toEqual(expected);
    const from = '192.0.2.1';
    expect(await refusedIn(() => signIn.byJoiningCode({ email, code: 'AAAA', from }))).toEqual(expected);
  });

  it.each<[string, (somebody: TestPerson, page: PageReader) => Promise<unknown>]>([
    ['their passphrase', changePassphrase],
    ['their code generator', replaceGenerator],
    ['their recovery codes', replaceRecoveryCodes],
  ])('ends every other session when they change %s, and goes on in this one', async (_, change) => {
    const somebody = await aPerson(world.app, { roles: [AUDITOR] });
    const [here, elsewhere] = await signedInTwice(somebody);
    await change(somebody, here);
    expect([here.status, here.issues]).toEqual([200, []]);
    expect((await elsewhere.open('/account')).path).toBe('/sign-in?return=%2Faccount');
    expect((await here.open('/account')).heading).toBe('Your account');
  });

  it('ends every session when a role is taken away', async () => {
    const somebody = await aPerson(world.app, { roles: [AUDITOR] });
    const pages = await signedInTwice(somebody);
    await world.app.get(PeopleService).end(OPERATOR, await membershipOf(somebody.id));
    for (const page of pages) expect((await page.open('/account')).path).toContain('/sign-in');
  });

  it('opens nothing at once when they are suspended, and no session comes back when they are readmitted', async () => {
    const somebody = await aPerson(world.app, { roles: [AUDITOR] });
    const pages = await signedInTwice(somebody);
    const personId = somebody.id;
    const wanted = { personId, name: 'a script', days: 30, mayWrite: false };
    const { token } = await world.app.get(TokensService).create(await actorFor(world.app, personId), wanted);
    expect(await statusFor(token)).toBe(200);
    await world.app.get(PeopleService).suspend(OPERATOR, personId);
    expect(await statusFor(token)).toBe(401);
    for (const page of pages) expect((await page.open('/account')).path).toContain('/sign-in');
    await world.app.get(PeopleService).readmit(OPERATOR, personId);
    for (const page of pages) expect((await page.open('/account')).path).toContain('/sign-in');
  });

  async function statusFor(token: string): Promise<number> {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${world.address}/api/v1/account`, { headers })).status;
  }

  async function changePassphrase({ passphrase }: TestPerson, page: PageReader): Promise<void> {
    await page.open('/account/passphrase');
    const [present, next] = ['present', 'next'];
    await page.fill(present, passphrase).fill(next, 'window ladder nine clouds').press('Change passphrase');
  }

  async function replaceGenerator({ passphrase }: TestPerson, page: PageReader): Promise<void> {
    await page.open('/account/code-generator');
    const secret = page.find('main p code').text().replace(/\s/g, '');
    page.fill('Code', timeCode(secret, clock.now())).fill('Your passphrase', passphrase);
    await page.press();
  }

  async function replaceRecoveryCodes({ passphrase }: TestPerson, page: PageReader): Promise<void> {
    await page.open('/account/recovery-codes');
    await page.fill('passphrase', passphrase).press('Make new codes');
  }

  async function signedInTwice(somebody: TestPerson): Promise<[PageReader, PageReader]> {
    const pages: [PageReader, PageReader] = [new PageReader(world.address), new PageReader(world.address)];
    for (const page of pages) {
      await signInAs(page, somebody, clock.now());
      expect((await page.open('/account')).heading).toBe('Your account');
      clock.pass(60_000);
    }
    return pages;
  }

  async function newCodesOf({ id }: TestPerson): Promise<string[]> {
    const proven = { credentialId: newId(), timeSecret: newTimeSecret() };
    return world.app.get(AccountService).setUpGenerator(await actorFor(world.app, id), proven);
  }

  async function membershipOf(personId: Uuid): Promise<Uuid> {
    const { rows } = await world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM identity.membership WHERE person_id = $1',
      [personId],
    );
    return rows[0]?.id ?? newId();
  }
});

function atOnce<T>(act: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, act));
}

function statusOf(reason: unknown): number {
  return typeof reason === 'object' && reason !== null && 'status' in reason ? Number(reason.status) : 500;
}
