import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { filesOfTheRegister } from '../support/deployments.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { PageReader } from '../support/page-reader.js';
import { PictureShown } from '../support/picture-shown.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

/** Every figure of the two documents, as a reader would type it, with the claim that gives it. */
const FIGURES: readonly (readonly [typed: string, key: string])[] = [
  ['£497', 'east-midlands-s136-unit-cost'],
  ['£16,200', 'east-midlands-cost-profile'],
  ['16,200', 'east-midlands-cost-profile'],
  ['£19,800', 'east-midlands-cost-profile'],
  ['£9,400', 'east-midlands-cost-profile'],
  ['£2,600', 'east-midlands-cost-profile'],
  ['26, 31, 28 and 68', 'east-midlands-users-2018-19'],
  ['103, 133, 167', 'east-midlands-users-2019-20'],
  ['police incident 29', 'east-midlands-activity-y0'],
  ['S136 4', 'east-midlands-activity-y0'],
  ['ambulance 11', 'east-midlands-activity-y0'],
  ['ED attend 15', 'east-midlands-activity-y0'],
  ['bed day 33', 'east-midlands-activity-y0'],
  ['23 of 57', 'national-23-of-57-trusts'],
  ['Kendall', 'national-kendall-letter-concerns'],
  ['19 people', 'sim-london-nineteen-people'],
  ['£1,452,462', 'sim-london-total-saving'],
  ['£80 million', 'national-eighty-million'],
  ['£3.33', 'national-return-on-investment'],
  ['lazy and opaque', 'national-nsun-asks-who-decided'],
];

describe('Somebody reads what is said of SIM', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
    await world.app.get(SourceLoading).load(OPERATOR, await filesOfTheRegister());
  }, 60_000);

  afterAll(() => world.close());

  const reader = (): PageReader => new PageReader(world.address);
  const ask = async (path: string): Promise<Response> => fetch(`${world.address}${path}`);

  it('by topic, with sources that disagree side by side, and each with its cautions and how sure it is', async () => {
    const page = await reader().open('/');
    await page.follow('Schemes');
    await page.follow('What is said');
    expect(page.heading).toBe('What is said of SIM');
    await page.select('Topic', 'Endorsements (8)').press('Search');
    expect(page.find('h2').text()).toContain('Endorsements');
    const sides = page.find('.candour-side-by-side:has(#claim-national-chosen-2018) .candour-claim');
    expect(sides).toHaveLength(4);
    for (const key of ['chosen-2018', 'endorsed-2016', 'supported-2016', 'supported-october-2016'])
      expect(sides.filter(`#claim-national-${key}`)).toHaveLength(1);
    expect(page.text).toContain('Reference being checked');
    expect(page.text).toContain('The reference is being checked; neither pair of years is asserted here.');
    await page.open('/claims?topic=HARM');
    expect(page.text).toContain('a leak shows NHS England sorry for endorsing a service which hurt patients');
    expect(page.text).toContain('The apology stands in a draft that NHS England did not publish.');
  });

  it('and finds every figure of the sources by typing it, here and from the search for schemes', async () => {
    for (const [typed, key] of FIGURES) {
      const page = await reader().open(`/claims?q=${encodeURIComponent(typed)}`);
      expect([typed, page.find(`#claim-${key}`).length]).toEqual([typed, 1]);
    }
    const page = await reader().open('/deployments');
    await page.fill('Name, place, organisation or words', '£497').press('Search');
    expect(page.text).toContain('No scheme was found');
    expect(page.find('#claim-east-midlands-s136-unit-cost')).toHaveLength(1);
    expect(page.text).toContain('the two must not be multiplied');
    await page.follow('Every claim with these words');
    expect(page.text).toContain('1 claim found.');
    await page.open('/deployments?q=45+X2');
    for (const code of ['45', 'X2']) expect(page.find(`a[href="/sources/${code}"]`)).toHaveLength(1);
    await page.open('/sources?q=S18');
    expect(page.find('a[href="/sources/18"]')).toHaveLength(1);
    await page.open('/claims?q=SEED-B');
    await page.follow('every claim that cites SEED-B');
    expect(page.path).toBe('/claims?source=SEED-B');
    expect(page.text).not.toContain('No claim was found.');
    await page.open('/claims?q=nobody-said-this');
    expect(page.text).toContain('No claim was found.');
  });

  it('of several areas on each of them, for both together, and of no area where the source names none', async () => {
    for (const key of ['derbyshire', 'leicestershire']) {
      const page = await reader().open(`/deployments/${key}`);
      const claim = page.find('#claim-east-midlands-users-2019-20');
      expect(claim.text()).toContain('For Derbyshire and Leicestershire together');
      expect(claim.text()).toContain('none is given for one of them alone');
      expect(page.find('#claim-east-midlands-cost-profile')).toHaveLength(0);
    }
    const page = await reader().open('/claims/east-midlands-users-2019-20');
    await page.follow('SIM in Derbyshire');
    expect(page.path).toBe('/deployments/derbyshire#claim-east-midlands-users-2019-20');
  });

  it('one by one, beside what contradicts it', async () => {
    const page = await reader().open('/claims/east-midlands-cost-profile');
    const sides = page.find('.candour-side-by-side .candour-claim');
    expect(sides).toHaveLength(2);
    expect(sides.text()).toContain('between £20,000 and £30,000 a year');
    expect(page.text).toContain('People chosen at their peak tend to fall back without any scheme.');
    expect(page.find('#claim-east-midlands-cost-profile').text()).toContain(
      'Average per person; number of people not stated.',
    );
    expect((await reader().open('/claims/no-such-claim')).status).toBe(404);
  });

  it.each([
    [
      'east-midlands-cost-profile',
      'averages',
      ['£16,200', '£19,800', '£9,400', '£2,600'],
      'They rest on|does not say on how many',
    ],
    ['east-midlands-users-2018-19', 'claimed', ['26', '31', '28', '68'], 'They fall from 31 to 28'],
    [
      'east-midlands-users-2019-20',
      'claimed',
      ['103', '133', '167', '167, marked as paused'],
      'for Derbyshire and Leicestershire together',
    ],
    ['national-23-of-57-trusts', 'part', ['23', '57'], '23 of 57 trusts, England'],
  ])('in a picture where it says something: %s', async (key, kind, figures, words) => {
    const id = `${kind}-${key}`;
    const page = await reader().open(`/claims/${key}`);
    const shown = new PictureShown(page.html, id);
    expect(shown.faults()).toEqual([]);
    expect(shown.rows.map(([, figure]) => figure)).toEqual(figures);
    expect(shown.finding).toMatch(new RegExp(words));
    expect(page.find('table')).toHaveLength(page.find('figure table').length);
    const { topic } = (await (await ask(`/api/v1/claims/${key}`)).json()) as { readonly topic: string };
    expect(new PictureShown((await reader().open(`/claims?topic=${topic}`)).html, id).faults()).toEqual([]);
    const file = await ask(shown.csv);
    expect(shown.differencesFromFile(await file.text())).toEqual([]);
    if (kind === 'claimed') return;
    const said = figures.map((figure) => Number(figure.replace(/[£,]/g, '')));
    const heights = shown.marks.map(({ top }) => shown.valueAt('y', top));
    for (const [index, height] of heights.entries())
      expect(Math.abs(height / (said[index] ?? 0) - 1)).toBeLessThan(0.01);
  });

  it('and in none where it would say nothing, or what no source says', async () => {
    for (const key of ['east-midlands-s136-unit-cost', 'sim-london-s136-cost', 'national-at-least-22']) {
      const page = await reader().open(`/claims/${key}`);
      expect([key, page.find('figure').length]).toEqual([key, 0]);
      expect((await ask(`/claims/${key}/table`)).status).toBe(404);
    }
    expect((await ask('/claims/none/table')).status).toBe(404);
  });

  it('on the page of each organisation that it concerns, with who says it and what to know', async () => {
    for (const path of ['/organisations/high-intensity-network', '/trusts/high-intensity-network']) {
      const page = await reader().open(path);
      const said = page.find('.candour-claim').text();
      expect(said).toContain('accepted that an independent review was needed');
      expect(said).toContain('£3.33 was released for every £1 spent');
      expect(said).toContain("The vendor's figure; how it was reached is not given");
      expect(said).not.toContain('lazy and opaque');
    }
    const nsun = await reader().open('/organisations/nsun');
    expect(nsun.text).toContain('lazy and opaque commissioning');
    await nsun.follow('5 claims that concern it');
    expect(nsun.find('.candour-claim').length).toBeGreaterThanOrEqual(5);
    expect((await reader().open('/organisations/hcpc')).text).not.toContain('What is said that concerns it');
  });

  it('in programs and spreadsheets, the same', async () => {
    const page = (await (await ask('/api/v1/claims?q=16%2C200&topic=COST')).json()) as {
      items: { key: string; organisations: unknown[]; figures: { values: { value: number }[] } }[];
    };
    expect(page.items.map(({ key }) => key)).toEqual(['east-midlands-cost-profile']);
    expect(page.items[0]?.figures.values.map(({ value }) => value)).toEqual([16200, 19800, 9400, 2600]);
    expect(page.items[0]?.organisations).toEqual([
      { key: 'east-midlands-ahsn', name: 'East Midlands Academic Health Science Network' },
    ]);
    const one = (await (await ask('/api/v1/claims/east-midlands-users-2019-20')).json()) as object;
    expect(one).toMatchObject({
      ...{ scope: 'Derbyshire and Leicestershire', about: ['derbyshire', 'leicestershire'], scheme: null },
      schemes: [{ key: 'derbyshire' }, { key: 'leicestershire' }],
    });
    expect((await ask('/api/v1/claims/none')).status).toBe(404);
    expect((await ask('/api/v1/claims?topic=NONE')).status).toBe(422);

    const files = await filesOfTheRegister();
    const all = files.nationalClaims.length + files.deployments.flatMap(({ claims }) => claims).length;
    const sheet = await (await ask('/claims.csv')).text();
    expect(sheet.match(/^(?!key,)[a-z0-9-]+,[A-Z_]+,/gm)).toHaveLength(all);
    const figures = await (await ask('/claims/figures.csv?q=16%2C200')).text();
    expect(
      figures
        .split('\r\n')
        .filter((line) => line.includes(',COST_YEAR,'))
        .map(figureOf),
    ).toEqual([
      ['Y-1', '16200'],
      ['Y0', '19800'],
      ['Y1', '9400'],
      ['Y2', '2600'],
    ]);
  });

  it('after an administrator loaded it, which names no organisation that nobody holds', async () => {
    const { page } = await signedIn(world, 'ADMIN');
    const file = (name: string, change: (text: string) => string): { name: string; content: string } => ({
      ...{ name, content: change(readFileSync(join(projectRoot, 'register', name), 'utf8')) },
    });
    const handOver = async (change: (text: string) => string): Promise<void> => {
      const given = [file('sources.yaml', (text) => text), file('claims-national.yaml', change)];
      await page.open('/register/load');
      await page.attach('The files of the register', ...given).press('Show what would change');
    };
    await handOver((text) => text.replace('bodies: [rcn, stopsim-coalition]', 'bodies: [nobodys-body]'));
    expect(page.issues).toEqual([
      expect.stringMatching(/^claims-national\.yaml, line \d+: national-rcn-position concerns nobodys-body/),
    ]);
    await handOver((text) => text.replace('bodies: [rcn, stopsim-coalition]', 'bodies: [rcn]'));
    await page.press('Load');
    expect(page.notice).toBe('Loaded: 1 fact corrected');
    expect((await reader().open('/organisations/stopsim-coalition')).text).not.toContain(
      'supports the letter',
    );
    expect((await reader().open('/organisations/rcn')).text).toContain('supports the letter');
  });

  it('on pages without barriers on a small telephone, with nothing found too', async () => {
    const screen = await NarrowScreen.open();
    try {
      for (const path of [
        '/claims',
        '/claims?topic=COST',
        '/claims?q=nothing-like-this',
        '/claims/east-midlands-cost-profile',
        '/organisations/nhs-england',
        '/deployments?q=Kendall',
      ])
        expect([path, await screen.faultsOf(`${world.address}${path}`, reader())]).toEqual([path, []]);
    } finally {
      await screen.close();
    }
  }, 60_000);
});

function figureOf(line: string): readonly (string | undefined)[] {
  return [/COST_YEAR,([^,]+),/.exec(line)?.[1], /COST_YEAR,[^,]+,([^,]+),/.exec(line)?.[1]];
}
