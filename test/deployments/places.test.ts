import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { VISITOR, type Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme, registered, somebody, withTheRegister } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const EAST_MIDLANDS = [
  'derbyshire',
  'east-midlands-area-not-named',
  'leicestershire',
  'lincolnshire',
  'northamptonshire',
  'nottinghamshire',
];

describe('A scheme is found by where it lies and by what is said of it', () => {
  let world: RunningCandour;
  let queries: DeploymentsQueries;
  let trust: Uuid;
  let submitter: SignedIn;

  beforeAll(async () => {
    world = await runningCandour();
    queries = world.app.get(DeploymentsQueries);
    await withTheRegister(world.app);
    const address = {
      town: 'Exampleton',
      county: 'Exampleshire',
      postcode: 'ZZ9 9ZZ',
      nationalGrouping: 'Y58',
    };
    const [one] = await registered(world.app, anOrganisation({ name: 'Quiet Trust', ...address }));
    trust = one?.id ?? '';
    submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
  });

  afterAll(() => world.close());

  async function found(filter: { q?: string; region?: string }, actor: Actor = VISITOR): Promise<string[]> {
    const { items } = await queries.list(actor, filter, { limit: 100, after: null });
    return items.map(({ key }) => key).sort();
  }

  it.each(['East Midlands', 'midlands', 'east-midlands'])(
    '%s leads to all six schemes of the slides, and to no other',
    async (q) => {
      expect(await found({ q })).toEqual(EAST_MIDLANDS);
    },
  );

  it.each([
    ['Leicester', ['leicestershire']],
    ['Derby', ['derbyshire']],
    ['Lincoln', ['lincolnshire']],
    ['LE3 8RA', ['leicestershire']],
    ['Leatherhead', ['surrey']],
    ['South East', ['isle-of-wight', 'surrey']],
    ['London', ['camden-and-islington', 'nelft', 'sim-london-south']],
    ['Islington', ['camden-and-islington']],
  ])('%s leads to what lies there', async (q, keys) => {
    const leadsTo = await found({ q });
    expect(leadsTo).toEqual(expect.arrayContaining(keys));
    expect(leadsTo).not.toContain('east-midlands-area-not-named');
  });

  it.each([
    [
      'a funder that only a claim names',
      'Integrated Vulnerability Management Initiative',
      ['leicestershire'],
    ],
    ['a sum that a claim gives', '£444,462', ['leicestershire']],
    ['a directory that described it', 'Positive Practice directory', ['leicestershire']],
    ['what a claim about several schemes says', 'every mental health trust in London', ['nelft']],
  ])('so does %s', async (_, q, keys) => {
    expect(await found({ q })).toEqual(expect.arrayContaining(keys));
  });

  it('but the middle of a word of a claim leads nowhere, since what is claimed is prose', async () => {
    expect(await found({ q: 'ractice' })).toEqual([]);
  });

  it('the list is narrowed to a region by recorded places and by addresses, in any spelling', async () => {
    expect(await found({ region: 'East Midlands' })).toEqual(EAST_MIDLANDS);
    expect(await found({ region: 'midlands' })).toEqual(EAST_MIDLANDS);
    expect(await found({ region: 'London' })).toEqual(['camden-and-islington', 'nelft', 'sim-london-south']);
    expect(await found({ region: 'East of England' })).toEqual(['essex']);
    expect(await found({ region: 'Midlands', q: 'Rutland' })).toEqual(['leicestershire']);
    expect(await found({ region: 'Nowhere' })).toEqual([]);
    expect(await queries.regions(VISITOR)).toEqual(expect.arrayContaining(['East Midlands', 'London']));
  });

  it('the page and the API take the region, and the page says what each place rests on', async () => {
    const page = new PageReader(world.address);
    await page.open('/deployments');
    await page.select('Region', 'East Midlands').press('Search');
    expect(page.find('.candour-results__entry')).toHaveLength(6);
    await page.open('/deployments/leicestershire');
    const text = page.find('main').text().replace(/\s+/g, ' ');
    expect(text).toContain('East Midlands (Region): see who says so of East Midlands');
    expect(text).toMatch(
      /Leicestershire Partnership NHS Trust: Leicester, Leicestershire, LE3 8RA; region Midlands\. Organisation Data Service/,
    );
    for (const link of ['east-midlands-areas', 'east-midlands-in-nhs-region', 'leicestershire-start'])
      expect([link, page.find(`#claim-${link}`)]).toEqual([link, expect.objectContaining({ length: 1 })]);
    const answer = await fetch(`${world.address}/api/v1/deployments?region=East%20Midlands&limit=50`);
    const { items } = (await answer.json()) as { items: { key: string }[] };
    expect(items.map(({ key }) => key).sort()).toEqual(EAST_MIDLANDS);
  });

  it('a trust says where its scheme lies; a withdrawn place still leads there and narrows nothing', async () => {
    const actor = somebody('TRUST_SUBMITTER', trust);
    const id = await publishedScheme(
      world.app,
      actor,
      newScheme(trust, { title: 'A quiet team', names: [] }),
    );
    const { key } = await queries.named(VISITOR, id);
    expect(await found({ q: 'Exampleton' })).toEqual([key]);
    const page = await submitter.page.open(`/deployments/${key}`);
    await page.follow('Where it lies');
    await page.press('Add the place');
    expect(page.find('.nhsuk-error-summary').text()).toContain('Select what sort of place it is');
    await page
      .fill('Place', 'Wobblemoor')
      .choose('Region', 'What sort of place is it?')
      .press('Add the place');
    expect(page.notice).toBe('The place was added');
    expect(await found({ q: 'wobblemoor' })).toEqual([key]);
    expect(await found({ region: 'Wobblemoor' })).toEqual([key]);
    await page.open(`/mending/about/deployment/${id}`);
    await page.follow('Withdraw: Wobblemoor');
    await page.fill('Why should it not stand any more?', 'It lies elsewhere.').press('Withdraw it');
    expect(await found({ q: 'wobblemoor' })).toEqual([key]);
    expect(await found({ region: 'Wobblemoor' })).toEqual([]);
  });

  it('another trust’s submitter adds no place, and a draft’s place gives nothing away', async () => {
    const [other] = await registered(world.app, anOrganisation({ name: 'Other Trust' }));
    const service = world.app.get(DeploymentsService);
    const draft = await service.register(
      somebody('TRUST_SUBMITTER', trust),
      newScheme(trust, { title: 'Kept to ourselves' }),
    );
    await service.addPlace(somebody('TRUST_SUBMITTER', trust), draft.id, { name: 'Hushville', kind: 'TOWN' });
    expect(await found({ q: 'Hushville' })).toEqual([]);
    await expect(
      service.addPlace(somebody('TRUST_SUBMITTER', other?.id ?? ''), draft.id, { name: 'X', kind: 'TOWN' }),
    ).rejects.toThrow();
  });
});
