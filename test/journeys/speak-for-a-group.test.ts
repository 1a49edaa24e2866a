import { registered } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { aPerson, signInAs, type TestPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

describe('A user-led group comes to speak for itself, without scripts', () => {
  let world: RunningCandour;
  let address: string;
  let first: TestPerson;
  let second: TestPerson;
  let third: TestPerson;
  let page: PageReader;
  let other: PageReader;

  beforeAll(async () => {
    world = await runningCandour();
    const group = anOrganisation({
      key: 'example-survivors',
      name: 'Example Survivors',
      type: 'USER_LED_GROUP',
    });
    await registered(world.app, group);
    address = `/groups/${group.key}`;
    first = await aPerson(world.app, { name: 'First Member' });
    second = await aPerson(world.app, { name: 'Second Member' });
    third = await aPerson(world.app, { name: 'Third Person' });
  });
  afterAll(() => world.close());

  it('one administrator records whom the group named, and another lets the first member in', async () => {
    const { page: one } = await signedIn(world, 'ADMIN');
    await one.open('/organisations/example-survivors');
    await one.follow('Who speaks for this group here');
    expect(one.text).toContain('Nobody speaks for this group here now');
    await one.follow('Record whom to tell');
    await one.press();
    expect(one.issues).toHaveLength(2);
    await one
      .fill('Email address that the group gave', 'Survivors@Example.org')
      .fill('How did the group give it?', 'Its letter of 2 November 2026')
      .press();
    expect(one.notice).toBe('The address was recorded');
    expect(one.text).toContain('survivors@example.org');

    const { page: two } = await signedIn(world, 'ADMIN');
    await two.open(`/people/${first.id}/grant`);
    await two
      .select('Role', 'User-led group member')
      .fill('Organisation', 'example-survivors')
      .press('Give role');
    expect(two.notice).toBe('The role was given');
    await two.open('/outbox');
    expect(two.text).toContain('survivors@example.org');
  });

  it('the first lets in a second, and from then on two agree', async () => {
    page = await member(first);
    await page.open('/groups');
    await page.follow('Example Survivors');
    await page.follow('Propose somebody to speak for the group');
    await page
      .fill('The email address of their account', 'nobody@example.org')
      .fill('Why?', 'We share the work')
      .press();
    expect(page.issues).toEqual([
      'Nobody has an account with this address. Ask whoever runs this service to open one first: their phone and post stand under Privacy',
    ]);
    await page.fill('The email address of their account', second.email).press();
    expect(page.notice).toBe('It is done');
    expect(page.text).toContain('Second Member');

    await page.follow('Propose somebody to speak for the group');
    await page
      .fill('The email address of their account', third.email)
      .fill('Why?', 'She knows the law')
      .press();
    expect(page.notice).toBe('The other members are asked to agree');
    expect(page.text).not.toContain('Agree: Third Person');

    other = await member(second);
    await other.open(address);
    expect(other.text).toContain('She knows the law');
    await other.press('Agree: Third Person speaks for the group');
    expect(other.notice).toBe('You agreed, and it is done');
    await other.follow('Propose to end this: Third Person');
    await other.fill('Why?', 'She moved away').press();
    await page.open(address);
    await page.press('Refuse: Third Person no longer speaks for the group');
    expect(page.notice).toBe('You refused the proposal');
  });

  it('by program as well, and nobody else reaches it', async () => {
    const { page: admin, token } = await signedIn(world, 'ADMIN');
    expect((await admin.open(`${address}/members/new`)).status).toBe(403);
    expect((await admin.open('/groups')).status).toBe(403);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = await fetch(`${world.address}/api/v1${address}/ending`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ reason: 'I want it' }) },
    });
    expect(asked.status).toBe(403);
    const seen = (await (await fetch(`${world.address}/api/v1${address}`)).json()) as object;
    expect(seen).toMatchObject({ speaks: true, endedOn: null, members: [], requests: [] });
    expect(JSON.stringify(seen)).not.toMatch(/Member"|example\.org/);
  });

  it('a member leaves, the others end the group’s voice, and the page says so to everybody', async () => {
    await other.open(address);
    await other.follow('Leave the group');
    await other.press('Leave');
    expect(other.text).toContain('A member left');
    await page.open(`${address}/ending`);
    await page.fill('Why?', 'We stop').press();
    const last = await member(third);
    await last.open(address);
    await last.press('Agree: End the group’s voice here for good');
    const anyone = await new PageReader(world.address).open(address);
    expect(anyone.text).toContain('The group ended its voice here on');
  });

  async function member(person: TestPerson): Promise<PageReader> {
    const page = new PageReader(world.address);
    await signInAs(page, person);
    return page;
  }
});
