import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../../src/kernel/project-root.js';
import { displayName } from '../../src/organisations/importing/ods/display-name.js';
import { parseOdsFile } from '../../src/organisations/importing/ods/parse-ods-file.js';
import { holdsWords, wordsTyped } from '../../src/platform/database/searching.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { respellingOf } from '../support/respelling.js';

const reading = parseOdsFile(readFileSync(join(projectRoot, 'register/organisations/ods-etr-2025-07.csv')));
const trusts = 'rows' in reading ? reading.rows.map(({ name }) => displayName(name)) : [];
const ODD_NAMES = [
  'Ymddiriedolaeth Siân-Môn & Ynys Enlli (ffuglen)',
  'Zoë Straße, Ærø and Łódź N.H.S. Trust',
  'D’Arcy-O’Brien & Sons’ Crisis Café',
  'Việt-Hương Támogató Szolgálat',
];

describe('The words of a search', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
  });

  afterAll(() => world.close());

  async function isFound(name: string, typed: string): Promise<boolean> {
    const { rows } = await world.superuser.query<{ found: boolean }>(
      `SELECT ${holdsWords('search.folded(ARRAY[$2::text])', '$1')} AS found`,
      [wordsTyped(typed), name],
    );
    return rows[0]?.found === true;
  }

  it('find every trust by any spelling of its name', async () => {
    expect(trusts).toHaveLength(210);
    const named = fc.constantFrom(...trusts, ...ODD_NAMES);
    const spelt = named.chain((name) => fc.tuple(fc.constant(name), respellingOf(name)));
    await fc.assert(
      fc.asyncProperty(spelt, async ([name, typed]) => isFound(name, typed)),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('find a name of any Latin letters by any spelling of it', async () => {
    const letter = fc.oneof(
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      fc
        .integer({ min: 0xc0, max: 0x17f })
        .map((point) => String.fromCodePoint(point))
        .filter((sign) => /\p{L}/u.test(sign)),
    );
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
    const between = fc.constantFrom(' ', '-', '’', "'", ' & ', ' and ');
    const name = fc
      .tuple(word, fc.array(fc.tuple(between, word), { maxLength: 6 }))
      .map(([first, rest]) => first + rest.map(([sign, next]) => sign + next).join(''));
    const spelt = name.chain((one) => fc.tuple(fc.constant(one), respellingOf(one)));
    await fc.assert(
      fc.asyncProperty(spelt, async ([one, typed]) => isFound(one, typed)),
      { numRuns: 1000 },
    );
  }, 60_000);

  it.each([
    ["King's Lynn", 'kings', true],
    ["King's Lynn", 'king s lynn', true],
    ['Lancashire & South Cumbria', 'lancashire south cumbria', true],
    ['Camden / Islington', 'Camden and Islington', true],
    ['A&E Liaison', 'a and e', true],
    ['Stoke-on-Trent', 'stokeontrent', true],
    ['Stokeontrent', 'Stoke-on-Trent', true],
    ['N.H.S. North', 'nhs', true],
    ['Crisis café', 'CAFE', true],
    ['Crisis cafe', 'café', true],
    ['South Ham', 'southam', false],
    ['Leicestershire', 'leicestershire surrey', false],
    ['Surrey', '%', false],
    ['Surrey', '_', false],
    ['Surrey', '\\', false],
    ['Surrey', '’', false],
    ['Surrey', '😀', false],
    ['Surrey', '\u202eyerruS', false],
    ['Surrey', '   ', true],
    ['Surrey', '\0', true],
    ['one two three', 'one '.repeat(50), true],
  ])('decide about %j and %j', async (name, typed, found) => {
    expect(await isFound(name, typed)).toBe(found);
  });

  it('are eight at most, the longest, so that a pasted page does not become a slow search', async () => {
    const { rows } = await world.superuser.query<{ patterns: string[] }>(
      'SELECT search.patterns($1) AS patterns',
      [Array.from({ length: 30 }, (_, at) => 'x'.repeat(at + 1)).join(' ')],
    );
    expect(rows[0]?.patterns).toHaveLength(8);
    expect(rows[0]?.patterns[0]).toBe(`%${'x'.repeat(30)}%`);
  });
});
