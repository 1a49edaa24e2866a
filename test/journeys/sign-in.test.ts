import { createHash } from 'node:crypto';
import { OPERATOR } from '../../src/identity/actor.js';
import type { Role } from '../../src/identity/roles.js';
import { newTimeSecret, timeCode } from '../../src/identity/proofs/time-code.js';
import { newId } from '../../src/kernel/identifiers.js';
import { AccountService } from '../../src/memberships/account/account.service.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { PageReader } from '../support/page-reader.js';
import { actorFor, aPerson, signInAs, type TestPerson } from '../support/people.js';
import { TestClock } from '../support/reviews.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

describe('Somebody signs in, without scripts', () => {
  let world: RunningCandour;
  let clock: TestClock;
  let page: PageReader;

  beforeAll(async () => {
    clock = new TestClock();
    world = await runningCandour({ clock });
  });
  afterAll(() => world.close());
  beforeEach(() => {
    clock.pass(3_600_000);
    page = new PageReader(world.address);
  });

  it('with a passphrase and a code, and reaches the page they asked for', async () => {
    const somebody = await holding('ADMIN');
    await page.open('/people?q=nobody');
    expect(page.path).toBe('/sign-in?return=%2Fpeople%3Fq%3Dnobody');
    await page
      .fill('Email address', somebody.email.toUpperCase())
      .fill('Passphrase', somebody.passphrase)
      .press();
    expect(page.heading).toBe('Enter your code');
    await page.fill('Code', codeOf(somebody)).press('Sign in');
    expect(page.path).toBe('/people?q=nobody');
    expect(page.find('.candour-header__who').text()).toContain('Administrator');
  });

  it('is a visitor everywhere until the code is given', async () => {
    const somebody = await holding('ADMIN');
    await page.open('/sign-in');
    await page.fill('Email address', somebody.email).fill('Passphrase', somebody.passphrase).press();
    await page.open('/people');
    expect(page.path).toBe('/sign-in?return=%2Fpeople');
    await page.open('/account');
    expect(page.path).toBe('/sign-in?return=%2Faccount');
    await page.open('/sign-in/code');
    expect(page.heading).toBe('Enter your code');
  });

  it('with the passphrase alone where neither role nor choice asks for more', async () => {
    const somebody = await aPerson(world.app, { generator: false });
    await signInAs(page, somebody);
    await page.open('/account');
    expect(page.text).toContain(somebody.email);
  });

  it('sets up a code generator first when the role needs one, and keeps ten recovery codes', async () => {
    const somebody = await aPerson(world.app, { roles: [role('AUDITOR')], generator: false });
    await page.open('/sign-in?return=/account');
    await page.fill('Email address', somebody.email).fill('Passphrase', somebody.passphrase).press();
    expect(page.heading).toBe('Set up a code generator');
    await page.open('/account');
    expect(page.path).toBe('/sign-in?return=%2Faccount');
    await page.open('/sign-in/set-up?return=/account');
    await page.fill('Code', '000000').press('Set up');
    expect(page.issues).toHaveLength(1);
    const secret = page.find('main p code').text().replace(/\s/g, '');
    await page.fill('Code', timeCode(secret, clock.now())).press('Set up');
    const codes = page.find('.candour-codes code').toArray();
    expect(codes).toHaveLength(10);
    await page.follow('I have kept them');
    expect(page.path).toBe('/account');
    expect(page.text).toContain('Code generator Set up');
  });

  it('gets the same answer for a wrong passphrase and for nobody at all', async () => {
    const somebody = await aPerson(world.app);
    const answers = [];
    for (const email of [somebody.email, 'nobody@example.org']) {
      await page.open('/sign-in');
      await page.fill('Email address', email).fill('Passphrase', 'not the right passphrase').press();
      answers.push({ status: page.status, issues: page.issues });
      expect(page.value('Email address')).toBe(email);
      expect(page.html).not.toContain('not the right passphrase');
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 422 });
  });

  it('cannot use a code twice, even in another browser at the same moment', async () => {
    const somebody = await holding('AUDITOR');
    await signInAs(page, somebody, clock.now());
    await page.open('/account');
    expect(page.heading).toBe('Your account');
    const elsewhere = new PageReader(world.address);
    await signInAs(elsewhere, somebody, clock.now());
    expect(elsewhere.issues[0]).toContain('has been used');
    clock.pass(31_000);
    await elsewhere.fill('Code', codeOf(somebody)).press('Sign in');
    await elsewhere.open('/account');
    expect(elsewhere.heading).toBe('Your account');
  });

  it('can use each recovery code once', async () => {
    const somebody = await holding('AUDITOR');
    const [code = ''] = await recoveryCodesOf(somebody);
    await passphraseOf(somebody);
    await page.fill('Code', code.toLowerCase().replaceAll('-', ' ')).press('Sign in');
    await page.open('/account');
    expect(page.heading).toBe('Your account');
    await page.press('Sign out');
    await passphraseOf(somebody);
    await page.fill('Code', code).press('Sign in');
    expect(page.issues[0]).toContain('has been used');
  });

  it('waits longer after each wrong guess, is told how long, and is never locked out', async () => {
    const somebody = await aPerson(world.app, { generator: false });
    for (let guess = 0; guess < 5; guess += 1) await guessed(somebody, 'wrong guess number one');
    await guessed(somebody, somebody.passphrase);
    expect(page.status).toBe(429);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.text).toContain('Wait 1 second, then try again');
    clock.pass(1500);
    await guessed(somebody, somebody.passphrase);
    await page.open('/account');
    expect(page.heading).toBe('Your account');
  });

  it('waits after wrong codes too, whichever browser they come from', async () => {
    const somebody = await holding('AUDITOR');
    for (let guess = 0; guess < 6; guess += 1) {
      page = new PageReader(world.address);
      await passphraseOf(somebody);
      await page.fill('Code', '000000').press('Sign in');
    }
    expect(page.status).toBe(429);
  });

  it('has a new session after each proof, and the old one is worth nothing', async () => {
    const somebody = await holding('AUDITOR');
    const seen = [];
    await page.open('/sign-in');
    page.cookies.set('candour', 'A'.repeat(43));
    await page.fill('Email address', somebody.email).fill('Passphrase', somebody.passphrase).press();
    seen.push(sessionOf(page));
    await page.fill('Code', codeOf(somebody)).press('Sign in');
    seen.push(sessionOf(page));
    expect(new Set(['A'.repeat(43), ...seen]).size).toBe(3);
    const thief = new PageReader(world.address);
    thief.cookies.set('candour', seen[0] ?? '');
    await thief.open('/account');
    expect(thief.path).toContain('/sign-in');
    expect(await sessionsHolding(seen[1] ?? '')).toBe(0);
  });

  it.each([
    [
      'made',
      'INSERT INTO identity.session SELECT $1, $3::uuid, $2, seen_at, seen_at FROM identity.session ORDER BY seen_at DESC LIMIT 1',
    ],
    ['given away', 'UPDATE identity.session SET person_id = $3, proven = $2 WHERE id_hash = $1'],
    ['raised', 'UPDATE identity.session SET proven = $2 WHERE id_hash = $1 AND person_id <> $3'],
    [
      'prolonged',
      `UPDATE identity.session SET started_at = started_at + interval '1 ms' WHERE $2 || $3 <> $1`,
    ],
  ])(
    'is worth nothing when it was %s by somebody who can only write in the database',
    async (how, statement) => {
      const [mine, reader] = [
        await aPerson(world.app, { generator: false }),
        await holding('CONCERN_HANDLER'),
      ];
      await signInAs(page, mine);
      await page.open('/account');
      expect(page.path).toBe('/account');
      if (how === 'made') page.cookies.set('candour', 'A'.repeat(43));
      const [secret = ''] = sessionOf(page).split('.');
      const hash = createHash('sha256').update(secret).digest('base64url');
      await world.superuser.query(statement, [hash, 'two-factor', reader.id]);
      await page.open('/account');
      expect(page.path).toContain('/sign-in');
    },
  );

  it('is out after half an hour without a step, and after twelve hours of steps, and comes back to the page', async () => {
    const somebody = await holding('AUDITOR');
    await signInAs(page, somebody, clock.now());
    clock.pass(29 * 60_000);
    expect((await page.open('/account')).heading).toBe('Your account');
    clock.pass(31 * 60_000);
    await page.open('/account');
    expect(page.path).toBe('/sign-in?return=%2Faccount');
    await signInAs(page, somebody, clock.now());
    for (let step = 0; step < 26; step += 1) {
      clock.pass(28 * 60_000);
      await page.open('/account');
    }
    expect(page.path).toBe('/sign-in?return=%2Faccount');
  });

  it('is out at once when suspended, given a role, or signed out everywhere', async () => {
    const people = world.app.get(PeopleService);
    const somebody = await aPerson(world.app, { generator: false });
    await signInAs(page, somebody);
    await people.suspend(OPERATOR, somebody.id);
    expect((await page.open('/account')).path).toContain('/sign-in');
    await guessed(somebody, somebody.passphrase);
    expect(page.status).toBe(422);
    await people.readmit(OPERATOR, somebody.id);
    await guessed(somebody, somebody.passphrase);
    expect((await page.open('/account')).heading).toBe('Your account');
    const phone = new PageReader(world.address);
    await signInAs(phone, somebody);
    await page.open('/account');
    await page.press('Sign out everywhere');
    for (const each of [page, phone]) expect((await each.open('/account')).path).toContain('/sign-in');
    await guessed(somebody, somebody.passphrase);
    await people.grant(OPERATOR, { personId: somebody.id, ...role('REVIEWER'), reason: '' });
    expect((await page.open('/account')).path).toContain('/sign-in');
  });

  it('is not led to another site, whatever the address says', async () => {
    const somebody = await aPerson(world.app, { generator: false });
    await page.open('/sign-in?return=//example.org/');
    await page.fill('Email address', somebody.email).fill('Passphrase', somebody.passphrase).press();
    expect(page.path).toBe('/home');
  });

  it('only with a form of this site', async () => {
    const somebody = await aPerson(world.app, { generator: false });
    const { email, passphrase } = somebody;
    const given = new URLSearchParams({ email, passphrase });
    const post = (headers: Record<string, string>) =>
      fetch(`${world.address}/sign-in`, { method: 'POST', body: given, headers, redirect: 'manual' });
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://example.org' }]) {
      const response = await post(headers);
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie().filter((set) => set.startsWith('candour='))).toEqual([]);
    }
  });

  it('signs out with a form of this site alone, and the session is gone', async () => {
    await signInAs(page, await aPerson(world.app, { generator: false }));
    const session = sessionOf(page);
    expect((await page.open('/sign-out')).status).toBe(404);
    await page.open('/account');
    await page.press('Sign out');
    expect(page.notice).toContain('signed out');
    page.cookies.set('candour', session);
    expect((await page.open('/account')).path).toContain('/sign-in');
  });

  async function holding(code: Role): Promise<TestPerson> {
    return aPerson(world.app, { roles: [role(code)] });
  }

  function role(code: Role) {
    return { role: code, organisationId: null };
  }

  function codeOf({ timeSecret }: TestPerson): string {
    return timeCode(timeSecret ?? newTimeSecret(), clock.now());
  }

  async function passphraseOf(somebody: TestPerson): Promise<void> {
    await page.open('/sign-in');
    await page.fill('Email address', somebody.email).fill('Passphrase', somebody.passphrase).press();
  }

  async function guessed(somebody: TestPerson, passphrase: string): Promise<void> {
    await page.open('/sign-in');
    await page.fill('Email address', somebody.email).fill('Passphrase', passphrase).press();
  }

  async function recoveryCodesOf({ id }: TestPerson): Promise<string[]> {
    const actor = await actorFor(world.app, id);
    return world.app.get(AccountService).setUpGenerator(actor, {
      credentialId: newId(),
      timeSecret: newTimeSecret(),
    });
  }

  function sessionOf(reader: PageReader): string {
    return /(?:^|; )candour=([^;]+)/.exec(reader.cookies.header())?.[1] ?? '';
  }

  async function sessionsHolding(secret: string): Promise<number> {
    const { rows } = await world.superuser.query('SELECT FROM identity.session WHERE id_hash = $1', [secret]);
    return rows.length;
  }
});
