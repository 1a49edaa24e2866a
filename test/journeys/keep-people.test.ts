import { PageReader } from '../support/page-reader.js';
import { aPerson, signInAs, type TestPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const ADMIN = { role: 'ADMIN', organisationId: null } as const;

describe('Administrators keep people, without scripts', () => {
  let world: RunningCandour;
  let first: PageReader;
  let second: PageReader;

  beforeAll(async () => {
    world = await runningCandour();
    [first, second] = await Promise.all([administrator('First Example'), administrator('Second Example')]);
  });
  afterAll(() => world.close());

  it('a new person joins with a code, and gets a privileged role only when a second administrator countersigns', async () => {
    await first.open('/people/new');
    await first
      .fill('Full name', 'Newly Invited')
      .fill('Email address', 'newly@example.org')
      .press('Add person');
    const code = first.find('#joining-code').text();
    const page = new PageReader(world.address);
    await page.open('/join');
    page.fill('Email address', 'newly@example.org').fill('Joining code', code);
    await page.fill('New passphrase', 'kettle orbit nine ferns').press('Set passphrase');
    expect(page.heading).toBe('Sign in');
    await page
      .fill('Email address', 'newly@example.org')
      .fill('Passphrase', 'kettle orbit nine ferns')
      .press();
    expect((await page.open('/account')).text).toContain('You have no role yet');

    await first.follow('I have passed it on');
    await first.follow('Give a role');
    await first
      .select('Role', 'Reviewer (takes two administrators)')
      .fill('Reason', 'Joins the panel')
      .press('Give role');
    expect(first.notice).toContain('Another administrator is asked');
    expect(first.text).toContain('Give Newly Invited the role Reviewer');
    expect(first.text).not.toContain('Countersign:');
    expect((await page.open('/account')).text).toContain('You have no role yet');

    await second.open('/people');
    await second.press('Countersign: Give Newly Invited the role Reviewer');
    expect(second.notice).toContain('You countersigned');
    expect(second.text).toContain('Reviewer');
    expect((await page.open('/account')).path).toContain('/sign-in');
  });

  it.each([
    '/people',
    '/people/new',
    '/permissions',
    '/account',
    '/account/passphrase',
    '/account/tokens/new',
  ])('opens %s', async (path) => {
    expect((await first.open(path)).status).toBe(200);
  });

  it('a token is shown once, works for the API, and not after it is revoked', async () => {
    await first.open('/account/tokens/new');
    first.fill('Name', 'my script').fill('Days it works', '30').choose('Read what you may read');
    await first.press('Make access token');
    const token = first.find('#token').text();
    const get = (path: string) =>
      fetch(`${world.address}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await get('/api/v1/people')).status).toBe(200);
    expect((await get('/api/v1/account')).status).toBe(200);
    expect((await get('/api/v1/account/tokens')).status).toBe(200);
    await first.open('/account/tokens');
    await first.press('Revoke my script');
    expect((await get('/api/v1/account')).status).toBe(401);
  });

  async function administrator(name: string): Promise<PageReader> {
    const person: TestPerson = await aPerson(world.app, { name, roles: [ADMIN] });
    const page = new PageReader(world.address);
    await signInAs(page, person);
    return page;
  }
});
