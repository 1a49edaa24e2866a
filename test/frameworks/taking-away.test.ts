import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editionDifference } from '../../src/frameworks/edition/comparing/edition-difference.js';
import { editionHash } from '../../src/frameworks/edition/edition-hash.js';
import { parseEdition } from '../../src/frameworks/edition/parse-edition.js';
import { runConsole } from '../support/console.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';

describe('A published edition is taken away by anybody, and read again it is the same', () => {
  let world: ServedDemoWorld;
  let keys: readonly string[];
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));

  beforeAll(async () => {
    world = await servedDemoWorld();
    const list = (await (await fetch(`${world.address}/api/v1/frameworks`)).json()) as {
      readonly items: readonly { readonly key: string }[];
    };
    keys = list.items.map(({ key }) => key);
  }, 180_000);

  afterAll(() => world.close());

  /** What is taken away at this address, kept in a file of its name. */
  async function kept(address: string, name: string): Promise<string> {
    const answer = await fetch(world.address + address);
    expect([address, answer.status]).toEqual([address, 200]);
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
    return path;
  }

  it('as a table and as a catalog, from its page and from the API, with the hash that its page shows', async () => {
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      const page = await (await world.visitAs(null)).open(`/criteria/editions/${key}`);
      const published = parseEdition(readFileSync(`frameworks/${key}.yaml`), `${key}.yaml`);
      for (const [words, ending] of [
        ['a table (CSV)', 'csv'],
        ['an OSCAL 1.2 catalog (JSON)', 'oscal.json'],
      ] as const) {
        expect(page.find(`main a[href$="${key}.${ending}"]`).text()).toBe(words);
        const path = await kept(`/criteria/editions/${key}.${ending}`, `${key}.${ending}`);
        const again = parseEdition(readFileSync(path), path);
        expect(page.text).toContain(editionHash(again));
        expect(editionDifference(published, again)).toEqual([]);
      }
      const catalog = await kept(`/api/v1/frameworks/${key}/catalog`, `${key}.json`);
      expect(editionHash(parseEdition(readFileSync(catalog), catalog))).toBe(editionHash(published));
    }
  }, 60_000);

  it('and the command line checks it, finds no difference, and prints the same', async () => {
    const [key = ''] = keys;
    const yaml = `frameworks/${key}.yaml`;
    for (const [format, ending] of [
      ['csv', 'csv'],
      ['oscal', 'oscal.json'],
    ] as const) {
      const path = await kept(`/criteria/editions/${key}.${ending}`, `${key}.${ending}`);
      expect((await runConsole({}, 'framework', 'check', path)).exitCode).toBe(0);
      const { exitCode, json } = await runConsole({}, 'framework', 'diff', yaml, path);
      expect([exitCode, json['differences'] ?? []]).toEqual([0, []]);
      const printed = await runConsole({}, 'framework', 'export', yaml, '--format', format);
      expect([printed.exitCode, printed.json['text']]).toEqual([0, readFileSync(path, 'utf8')]);
    }
    expect((await runConsole({}, 'framework', 'export', yaml, '--format', 'pdf')).exitCode).toBe(2);
    expect((await runConsole({}, 'framework', 'export', 'no-such-file.yaml')).exitCode).toBe(2);
  }, 60_000);

  it('and what there is not is not found', async () => {
    for (const path of ['/criteria/editions/none-2000-01.csv', '/api/v1/frameworks/none-2000-01/catalog'])
      expect([path, (await fetch(world.address + path)).status]).toEqual([path, 404]);
  });
});
