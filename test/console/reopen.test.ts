import { timeCode } from '../../src/identity/proofs/time-code.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { runConsole, type Ran } from '../support/console.js';
import { PageReader } from '../support/page-reader.js';
import { aPerson, signInAs, type TestPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const ADMIN = { role: 'ADMIN', organisationId: null } as const;
const WHY = 'She lost the phone and came to the office.';
const NEXT_PASSPHRASE = 'harbour candle forty wagons';

describe('An operator opens the account of the only administrator, who lost the phone', () => {
  let world: RunningCandour;
  let ada: TestPerson;
  let page: PageReader;

  beforeAll(async () => {
    world = await runningCandour();
    ada = await aPerson(world.app, { roles: [ADMIN], name: 'Ada Example' });
    page = new PageReader(world.address);
    await signInAs(page, ada);
  });
  afterAll(() => world.close());

  it('but not without saying why, nor for somebody who is not there or is suspended', async () => {
    const unsaid = await reopen(ada.email);
    expect([unsaid.exitCode, unsaid.complaint]).toEqual([2, expect.stringContaining('--reason')]);
    expect(await reopen(ada.email, '--reason', '  ')).toMatchObject({
      exitCode: 2,
      json: { error: 'Enter the reason' },
    });
    expect(await reopen('nobody@example.org', '--reason', WHY)).toMatchObject({ exitCode: 2 });
    const suspended = await aPerson(world.app);
    await world.app.get(PeopleService).suspend(OPERATOR, suspended.id);
    expect(await reopen(suspended.email, '--reason', WHY)).toMatchObject({
      exitCode: 2,
      json: { error: expect.stringContaining('This account is suspended.') },
    });
    await page.open('/account');
    expect(page.heading).toBe('Your account');
  }, 120_000);

  it('so that the lost code generator and every session end, and she joins again with the code', async () => {
    const reopened = await reopen(ada.email.toUpperCase(), '--reason', WHY);
    expect(reopened).toMatchObject({ exitCode: 0, json: { personId: ada.id } });
    expect((await page.open('/account')).path).toBe('/sign-in?return=%2Faccount');
    await page.open('/join');
    await page
      .fill('Email address', ada.email)
      .fill('Joining code', String(reopened.json['joiningCode']))
      .fill('New passphrase', NEXT_PASSPHRASE)
      .press();
    await page.fill('Email address', ada.email).fill('Passphrase', NEXT_PASSPHRASE).press();
    expect(page.heading).toBe('Set up a code generator');
    const secret = page.find('main p code').text().replace(/\s/g, '');
    expect(secret).not.toBe(ada.timeSecret);
    await page.fill('Code', timeCode(secret, new Date())).press('Set up');
    await page.open('/account');
    expect(page.text).toContain('Your account was opened again');
  }, 120_000);

  it('and leaves events that say why, in a log that holds', async () => {
    const { rows } = await world.superuser.query<{ action: string; reason: string; post: string }>(
      `SELECT e.action, e.leaf::jsonb ->> 'reason' AS reason, e.leaf::jsonb -> 'actor' ->> 'post' AS post
        FROM ledger.event e WHERE e.subject_kind = 'credential' AND e.action IN ('remove', 'invite') ORDER BY e.action DESC`,
    );
    expect(rows).toEqual([
      { action: 'remove', reason: WHY, post: 'operator' },
      { action: 'invite', reason: WHY, post: 'operator' },
    ]);
    expect(await console('verify')).toMatchObject({ exitCode: 0, json: { discrepancies: [] } });
  }, 120_000);

  function reopen(email: string, ...options: string[]): Promise<Ran> {
    return console('user', 'reopen', email, ...options);
  }

  function console(...words: string[]): Promise<Ran> {
    const variables = {
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
      ...world.database.variables,
    };
    return runConsole(variables, ...words);
  }
});
