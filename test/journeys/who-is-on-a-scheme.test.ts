import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { publishedScheme, registered, somebody, newScheme } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const QUESTION = 'Do people come onto the scheme without any history of offences?';

const WHY = 'Why do you answer otherwise now?';

describe('A trust says who is on its scheme, all together and never one by one, without scripts', () => {
  let world: RunningCandour;
  let screen: NarrowScreen;
  let trust: Uuid;
  let record: string;

  beforeAll(async () => {
    [world, screen] = await Promise.all([runningCandour(), NarrowScreen.open()]);
    const [one] = await registered(world.app, anOrganisation({ name: 'Example Mental Health Trust' }));
    trust = one?.id ?? '';
    record = `/deployments/${await publishedScheme(world.app, somebody('TRUST_SUBMITTER', trust), newScheme(trust))}`;
  });

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('and until then everyone reads that it has not said', async () => {
    const page = await new PageReader(world.address).open(record);
    expect(page.text).toContain(
      'The trust has not said whether the people on it have convictions or cautions.',
    );
    expect(await told()).toBe('');
  });

  it('and is asked again when it chose nothing', async () => {
    const page = await asking();
    expect(page.text).toContain('If fewer than five people are on it');
    await page.press('Save the answer');
    expect(page.status).toBe(422);
    expect(page.issues).toEqual([
      'Select whether people come onto the scheme without any history of offences',
    ]);
  });

  it('and then everyone reads it, and the trust finds its answer chosen, and may answer otherwise', async () => {
    const page = await asking();
    await page.choose('Yes, all of them: none has such a history').press('Save the answer');
    expect(page.notice).toBe('Your answer was saved');
    expect(await told()).toMatch(/^None of them has one\. Said by the trust on \d+ \w+ \d{4}\.$/);
    await page.follow('The people on the scheme');
    expect(page.isChosen('Yes, all of them: none has such a history')).toBe(true);
    await page.choose('We do not know').press('Save the answer');
    expect(page.issues).toEqual(['Enter why you change what everyone could read']);
    await page.fill(WHY, 'We looked again, and the records do not say.').press('Save the answer');
    const visitor = await new PageReader(world.address).open(record);
    expect(visitor.text).toMatch(
      /Before: None of them has one\s+Since then: The trust does not know\s+Why: We looked again/,
    );
    expect(await told()).toMatch(/^The trust does not know\./);
  });

  it('and sent twice it is one answer, and of two people the later is shown what was said meanwhile', async () => {
    const page = await asking();
    const [again, other] = [page.twin(), page.twin()];
    const answer = 'No: all of them have such a history';
    await page.choose(answer).fill(WHY, 'We counted.').press('Save the answer');
    await again.choose(answer).press('Save the answer');
    expect(again.status).toBe(200);
    await other.choose('We do not know').press('Save the answer');
    expect(other.status).toBe(409);
    expect(other.isChosen('We do not know')).toBe(true);
    expect(await told()).toMatch(/^All of them have one\./);
  });

  it('and programs say and read the same', async () => {
    const { token } = await signedIn(world, 'TRUST_SUBMITTER', trust);
    const address = `${world.address}/api/v1${record}`;
    const { revision } = (await (await fetch(address)).json()) as { revision: number };
    const say = (body: object) =>
      fetch(`${address}/people`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const said = await say({ offenceHistory: 'SOME', reason: 'We counted again.', version: revision });
    expect([said.status, await said.json()]).toMatchObject([200, { offenceHistory: 'SOME' }]);
    expect(await (await fetch(address)).json()).toMatchObject({ offenceHistory: 'SOME' });
    expect((await say({ offenceHistory: 'MOST', version: revision + 1 })).status).toBe(422);
  });

  it('and nobody else can, nor is a scheme there that nobody registered', async () => {
    const [other] = await registered(world.app, anOrganisation({ name: 'Other Trust' }));
    const { page: rival } = await signedIn(world, 'TRUST_SUBMITTER', other?.id ?? null);
    expect((await rival.open(`${record}/people`)).status).toBe(403);
    expect((await rival.open(`/deployments/${newId()}/people`)).status).toBe(404);
    const visitor = await new PageReader(world.address).open(`${record}/people`);
    expect(visitor.path).toContain('/sign-in');
  });

  it('and the page has no barriers, in error too', async () => {
    const reader = await asking();
    expect(await screen.faultsOf(`${world.address}${record}/people`, reader)).toEqual([]);
    expect(await screen.faultsOf(world.address + record, reader)).toEqual([]);
    const fresh = await publishedScheme(world.app, somebody('TRUST_SUBMITTER', trust), newScheme(trust));
    const page = await screen.show(`${world.address}/deployments/${fresh}/people`, reader);
    if (!page) return;
    await page.click('main form button');
    expect(await page.locator('.nhsuk-error-summary').count()).toBe(1);
    expect(await pageFaults(page)).toEqual([]);
  });

  async function asking(): Promise<PageReader> {
    const { page } = await signedIn(world, 'TRUST_SUBMITTER', trust);
    await page.open(record);
    await page.follow('The people on the scheme');
    expect(page.text).toContain(QUESTION);
    return page;
  }

  /** What everyone reads of it on the scheme's page. */
  async function told(): Promise<string> {
    const anyone = await new PageReader(world.address).open(record);
    return anyone.find('dt:contains("Convictions or cautions") + dd').text().trim();
  }
});
