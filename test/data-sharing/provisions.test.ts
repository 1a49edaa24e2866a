import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '../../src/kernel/project-root.js';
import { PROVISION_FILES, provisions } from '../../src/legal-basis/provisions/provisions.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('Everyone reads the provisions of law that a record may rest on', () => {
  let world: ServedReviewWorld;
  let visitor: PageReader;

  beforeAll(async () => {
    world = await servedReviewWorld();
    visitor = new PageReader(world.address);
  }, 60_000);

  afterAll(() => world.close());

  it('and finds one by its citation, without scripts, and what it is before anything else', async () => {
    await visitor.open('/');
    await visitor.follow('Provisions of law');
    expect(visitor.text).toContain('322 provisions');
    const inScotland = provisions.filter((one) => one.kind === 'offence' && one.nations.includes('SCOTLAND'));
    expect(visitor.text).toContain(`${inScotland.length} apply in Scotland and`);
    expect(visitor.text).toContain('other offences of Scotland and Northern Ireland are not on the list');
    await visitor.fill('q', 's115 crime and disorder').press('Search');
    await visitor.follow('CDA 1998 s115');
    expect(visitor.text).toContain('A power: it permits, it does not require.');
    expect(visitor.text).toContain('It requires no disclosure.');
    expect(visitor.text).toContain('It does not lift the duty of confidence.');
    expect(visitor.text).toContain('From 30 September 1998');
    expect(visitor.text).toContain('England, Wales and Scotland');
    expect(visitor.text).not.toContain('Reference being checked');
  });

  it('and is told to whom alone a duty runs, what lifts confidence, and whose reference is being checked', async () => {
    await visitor.open('/provisions/care-s45');
    expect(visitor.text).toContain(
      'It requires disclosure only if every test below is met, and to nobody but the Safeguarding Adults Board',
    );
    await visitor.open('/provisions/nhs-s251');
    expect(visitor.text).toContain(
      'It lifts the duty of confidence only if the regulations and approval cover it.',
    );
    await visitor.open('/provisions/ukgdpr-9-2-h');
    expect(visitor.text).toContain('Reference being checked');
    await visitor.open('/provisions/poa-bill');
    expect(visitor.text).toContain('Not to be picked as a basis');
    expect((await visitor.open('/provisions/care-s99')).status).toBe(404);
  });

  it('narrowed by kind, nation and instrument, page after page, none lost and none twice', async () => {
    await visitor.open('/provisions');
    await visitor.select('kind', 'Duty').select('nation', 'Wales').press('Search');
    const seen = [...listed(visitor)];
    while (visitor.find('a[rel=next]').length > 0) {
      await visitor.follow('More provisions');
      seen.push(...listed(visitor));
    }
    const duties = provisions.filter((one) => one.kind === 'duty' && one.nations.includes('WALES'));
    expect(seen).toEqual(duties.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(25);
    for (const never of ['kind=everything', 'nation=NOWHERE', 'instrument=None'])
      expect((await visitor.open(`/provisions?${never}`)).status).toBe(422);
    expect((await visitor.open('/provisions?kind=&after=nothing')).status).toBe(422);
    await visitor.open('/provisions?kind=');
    expect(visitor.text).toContain('322 provisions');
    await visitor.open('/provisions?q=xyzzy');
    expect(visitor.text).toContain('No provision was found.');
  });

  it('and every page of them is read by those who see little and those who hear it read', async () => {
    const screen = await NarrowScreen.open();
    const faults: string[] = [];
    for (const path of [
      '',
      '?q=xyzzy',
      '/cda-s115',
      '/dpa-sch1-18',
      '/poa-bill',
      '/pcsca-s16',
      '/gmc-required',
    ])
      faults.push(...(await screen.faultsOf(`${world.address}/provisions${path}`)));
    await screen.close();
    expect(faults).toEqual([]);
  });

  it('and saves the whole list as a table, or what was found, with every field as it is kept', async () => {
    const whole = await fetch(`${world.address}/provisions.csv`);
    expect(whole.headers.get('content-disposition')).toContain('attachment; filename="provisions.csv"');
    const rows: Record<string, string>[] = parse(await whole.text(), { bom: true, columns: true });
    const kept = PROVISION_FILES.flatMap(
      (name) =>
        (
          JSON.parse(
            readFileSync(`${projectRoot}/src/legal-basis/provisions/entries/${name}.json`, 'utf8'),
          ) as { provisions: Record<string, unknown>[] }
        ).provisions,
    );
    expect(rows).toHaveLength(322);
    for (const [at, entry] of kept.entries()) {
      const row = Object.values(rows[at] ?? {}).join('\n');
      for (const value of textsIn(entry)) expect(row).toContain(value);
    }
    const found = await (await fetch(`${world.address}/provisions.csv?q=s115+cda&nation=ENGLAND`)).text();
    expect(parse(found, { bom: true, columns: true })[0]).toMatchObject({ id: 'cda-s115', kind: 'power' });
  });

  it('and programs read the same, as it is kept', async () => {
    const found = await fetch(`${world.address}/api/v1/provisions?q=s115+cda`);
    expect(((await found.json()) as unknown[])[0]).toMatchObject({
      id: 'cda-s115',
      requiresDisclosure: 'no',
    });
    const one = await fetch(`${world.address}/api/v1/provisions/pcsca-s16`);
    expect(await one.json()).toEqual(provisions.find(({ id }) => id === 'pcsca-s16'));
    expect((await fetch(`${world.address}/api/v1/provisions/care-s99`)).status).toBe(404);
    expect((await fetch(`${world.address}/api/v1/provisions?kind=law`)).status).toBe(422);
  });
});

function listed(visitor: PageReader): string[] {
  const links = visitor.find('.candour-results a').map((_, a) => a.attribs['href'] ?? '');
  return links.get().map((href) => href.replace('/provisions/', ''));
}

/** Every text of an entry; nations and days have words of their own in a table. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[A-Z_]+$/.test(value) || /^[=+\-@]/.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
