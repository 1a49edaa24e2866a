import { NarrowScreen } from '../support/narrow-screen.js';
import type { PageReader } from '../support/page-reader.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';

const NEWER = '/criteria/editions/candour-2026-12';

describe('Editions of the framework, for whoever was reviewed by one', () => {
  let world: ServedDemoWorld;
  let page: PageReader;

  beforeAll(async () => {
    world = await servedDemoWorld();
    page = await world.visitAs(null);
  }, 180_000);

  afterAll(() => world.close());

  it('are listed, newest first, each with what changed since the one before', async () => {
    await page.open('/criteria');
    await page.follow('Every edition');
    expect(page.heading).toBe('Editions of the framework');
    const listed = page
      .find('tbody th a')
      .map((_, link) => link.attribs['href'])
      .get();
    const names = ['candour-2026-12', 'candour-2026-11', 'position-2023-03', 'letter-2021-05'];
    expect(listed).toEqual(names.map((name) => `/criteria/editions/${name}`));
    await page.follow('What changed since candour-2026-11');
    expect(page.heading).toBe('What changed from candour-2026-11 to candour-2026-12');
  });

  it('say all that they ask, by which method, with their hashes', async () => {
    await page.open(NEWER);
    const { items } = (await (await fetch(`${world.address}/api/v1/frameworks`)).json()) as {
      items: { key: string; contentHash: string; sourceHash: string }[];
    };
    const row = items.find(({ key }) => key === 'candour-2026-12');
    expect(page.text).toContain(row?.contentHash);
    expect(page.text).toContain(row?.sourceHash);
    for (const words of [
      'Police role',
      'Mostly consistent',
      'Up to 2',
      'Element 3',
      'A red line at 0 or 1: cease.',
    ])
      expect(page.text).toContain(words);
    await page.follow('Data');
    expect(page.find('#SIM-DAT-04').text()).toContain('records the advice of the DPO');
    expect(page.text).not.toContain('SIM-POL-01');
    await page.open('/criteria/editions/candour-2026-11/criteria?domain=DAT');
    expect(page.find('#SIM-DAT-04').text()).toContain('signed by DPO');
    expect((await page.open('/criteria/editions/candour-2026-11/criteria?domain=NO')).status).toBe(404);
    expect((await page.open('/criteria/editions/nothing')).status).toBe(404);
  });

  it('are used by rounds, and a round leads to its own edition and not to the newest', async () => {
    await page.open('/rounds');
    await page.follow('Example round');
    const round = page.path;
    await page.follow('candour-2026-11');
    expect(page.path).toBe('/criteria/editions/candour-2026-11');
    await page.follow('Example round');
    expect(page.path).toBe(round);
    await page.open(NEWER);
    await page.follow('Example round for the wrong day');
    expect(page.path).not.toBe(round);
    await page.open('/criteria/editions/letter-2021-05');
    expect(page.text).toContain('No round has used this edition.');
  });

  it('tell what changed between two of them as a page, a table and data, the same each time', async () => {
    await page.open(`${NEWER}/changes?from=candour-2026-11`);
    expect(page.text).toContain('2 differences');
    expect(page.text).toContain('Reworded (2)');
    const csv = await (await fetch(`${world.address}${NEWER}/changes.csv?from=candour-2026-11`)).text();
    const lines = csv.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('sort,sort_label,about,is_criterion,what,was,becomes');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 5).join())).toEqual([
      'REWORDED,Reworded,SIM-DAT-01,yes,requirement',
      'REWORDED,Reworded,SIM-DAT-04,yes,requirement',
    ]);
    const answer = await fetch(`${world.address}/api/v1/frameworks/candour-2026-12/changes`);
    const { from, items } = (await answer.json()) as {
      from: { key: string };
      items: { was: string; about: string }[];
    };
    expect([from.key, ...items.map(({ about }) => about)]).toEqual([
      'candour-2026-11',
      'SIM-DAT-01',
      'SIM-DAT-04',
    ]);
    for (const { was } of items) expect(page.text).toContain(was);
    await page.open('/criteria/editions/candour-2026-12/changes?from=candour-2026-12');
    expect(page.text).toContain('Nothing of what is asked');
    expect((await page.open(`${NEWER}/changes?from=nothing`)).status).toBe(404);
  });

  it('of the letters of 2021 and of the position of 2023 cite what was in force on their day', async () => {
    await page.open('/criteria/editions/letter-2021-05');
    expect(page.text).toContain('No edition was published of an earlier day.');
    await page.open('/criteria/editions/position-2023-03/changes');
    expect(page.heading).toBe('What changed from letter-2021-05 to position-2023-03');
    const answer = await fetch(`${world.address}/api/v1/frameworks/letter-2021-05/criteria`);
    const { asAt, items } = (await answer.json()) as {
      asAt: string;
      items: { sources: { inForceFrom: string }[] }[];
    };
    expect([asAt, items.length]).toEqual(['2021-05-11', 47]);
    for (const { inForceFrom } of items.flatMap(({ sources }) => sources))
      expect(inForceFrom <= '2021-05-11').toBe(true);
  });

  it('have pages without barriers at 320 and 1280 pixels', async () => {
    const screen = await NarrowScreen.open();
    const paths = [
      '',
      '/candour-2026-12',
      '/candour-2026-12/criteria?domain=DAT',
      '/candour-2026-12/changes',
    ];
    for (const path of paths) {
      expect([path, await screen.faultsOf(`${world.address}/criteria/editions${path}`)]).toEqual([path, []]);
      expect([path, await screen.faultsWhenWide()]).toEqual([path, []]);
    }
    await screen.close();
  }, 60_000);
});
