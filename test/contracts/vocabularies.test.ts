import { columnOf, recordedClasses, tableOf, vocabulariesOf } from '../../src/platform/database/recorded.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';

const LISTED = /^CHECK \(\(\(?(\w+)\)? (?:= ANY \(ARRAY|<@ ARRAY)(\[.*?\])\)?(?:::text\[\])?\)?\)$/;
const ONE = /^CHECK \(\((\w+) = ('[^']*')::text\)\)$/;

describe('A vocabulary is stated once', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
  });

  afterAll(() => world.close());

  it('and PostgreSQL admits the words that the entity names, no more and no fewer', async () => {
    const admitted = await admittedByPostgres();
    const stated = recordedClasses().flatMap((kind) =>
      [...vocabulariesOf(kind)].map(([property, words]) => ({
        column: `${tableOf(kind)}.${columnOf(kind, property)}`,
        words: [...words].sort(),
      })),
    );
    expect(stated.length).toBeGreaterThan(0);
    for (const { column, words } of stated)
      expect({ column, words: admitted.get(column) }).toEqual({ column, words });
  });

  it('and every list of words that PostgreSQL holds for a record is one that its entity names', async () => {
    const stated = new Set(
      recordedClasses().flatMap((kind) =>
        [...vocabulariesOf(kind).keys()].map((property) => `${tableOf(kind)}.${columnOf(kind, property)}`),
      ),
    );
    const tables = new Set(recordedClasses().map(tableOf));
    const admitted = [...(await admittedByPostgres()).keys()];
    const unstated = admitted.filter(
      (column) => tables.has(column.slice(0, column.lastIndexOf('.'))) && !stated.has(column),
    );
    expect(unstated).toEqual([]);
  });

  async function admittedByPostgres(): Promise<Map<string, string[]>> {
    const { rows } = await world.superuser.query<{ table: string; rule: string }>(
      `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE contype = 'c'`,
    );
    return new Map(
      rows.flatMap(({ table, rule }): [string, string[]][] => {
        const [, column, list] = LISTED.exec(rule) ?? ONE.exec(rule) ?? [];
        if (column === undefined || list === undefined) return [];
        const words = [...list.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
        return [[`${table}.${column}`, words.sort()]];
      }),
    );
  }
});
