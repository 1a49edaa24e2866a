import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONSOLE = fileURLToPath(new URL('../../src/console/candour.js', import.meta.url));

/** Krippendorff 2011, section D: four observers, twelve units; published alphas 0.743, 0.815, 0.849 and 0.797. */
const FOUR_OBSERVERS = `A,B,C,D
1,1,,1
2,2,3,2
3,3,3,3
3,3,3,3
2,2,2,2
1,2,3,4
4,4,4,4
1,1,2,1
2,2,2,2
,5,5,5
,,1,1
,3,,
`;

describe('Anybody computes the agreement of a table of ratings at the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-agreement-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('as Krippendorff published it, with missing ratings and four people', async () => {
    const { code, json } = await agreement(FOUR_OBSERVERS, '1,2,3,4,5');
    expect(code).toBe(0);
    const { n, kappa, alpha } = json;
    expect({ n, kappa }).toEqual({ n: 40, kappa: null });
    expect(alpha.nominal).toBeCloseTo(0.743, 3);
    expect(alpha.ordinal).toBeCloseTo(0.815, 3);
    expect(alpha.interval).toBeCloseTo(0.849, 3);
    expect(alpha.ratio).toBeCloseTo(0.797, 3);
  });

  it('with kappa for two people over the whole scale, though nobody used a level in its middle', async () => {
    const { json } = await agreement('one,two\r\n0,0\r\n0,0\r\n3,3\r\n3,0\r\n1,\r\n', '0,1,2,3');
    // By hand: one of four pairs differs, and by chance two would (2·1 + 2·3 of 16, times 4); every difference is 3 steps.
    expect(json).toEqual({
      n: 8,
      raw: 0.75,
      kappa: { none: 0.5, linear: 0.5, quadratic: 0.5 },
      alpha: {
        nominal: expect.closeTo(1 - (7 * 2) / 30, 12) as number,
        ordinal: expect.closeTo(1 - (7 * 2) / 30, 12) as number,
        interval: expect.closeTo(1 - (7 * 2) / 30, 12) as number,
        ratio: expect.closeTo(1 - (7 * 2) / 30, 12) as number,
      },
    });
  });

  it.each([
    ['nobody rated with another', 'a,b\n0,\n,1\n', { n: 0, raw: null }],
    ['everybody always said the same', 'a,b\n2,2\n2,2\n', { n: 4, raw: 1 }],
  ])('and what is not defined is null, as where %s', async (_, table, rest) => {
    const { code, json } = await agreement(table, '0,1,2,3');
    expect(code).toBe(0);
    expect(json).toEqual({
      ...rest,
      kappa: { none: null, linear: null, quadratic: null },
      alpha: { nominal: null, ordinal: null, interval: null, ratio: null },
    });
  });

  it('and levels that are words have an order and no distance', async () => {
    const { json } = await agreement('a,b,c\nlow,low,high\nmid,mid,low\nhigh,high,high\n', 'low,mid,high');
    expect(json.alpha).toMatchObject({ interval: null, ratio: null });
    expect(json.alpha.ordinal).not.toBeNull();
  });

  it.each([
    ['a,b\n0,7\n', '0,1', /Row 2, b: “7” is none of the levels 0, 1\./],
    ['a,b\n0,1,1\n', '0,1', /Row 2: it has 3 values; the first row names 2 people\./],
    ['a,a\n0,1\n', '0,1', /two columns have the same name/],
    ['a;b\n0;1\n', '0,1', /parted by something else than commas/],
    ['', '0,1', /The file is empty/],
    ['a,b\n"0,1\n', '0,1', /The file is not CSV/],
    ['a,b\n0,1\n', '0,1,1.0', /Give each level once/],
  ])(
    'and a file or levels that cannot be used are refused with the place: %j with %s',
    async (table, levels, why) => {
      const { code, said } = await agreement(table, levels);
      expect(code).toBe(2);
      expect(said).toMatch(why);
    },
  );

  interface Heard {
    readonly code: number;
    readonly said: string;
    readonly json: {
      readonly n: number;
      readonly raw: number | null;
      readonly kappa: object | null;
      readonly alpha: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number | null>>;
    };
  }

  function agreement(table: string, levels: string): Promise<Heard> {
    const path = join(folder, 'table.csv');
    writeFileSync(path, table);
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [CONSOLE, 'agreement', path, '--levels', levels, '--json'],
        { env: { PATH: process.env['PATH'] } },
        (fault, said) => {
          const code = typeof fault?.code === 'number' ? fault.code : 0;
          resolve({ code, said, json: JSON.parse(said) as Heard['json'] });
        },
      );
    });
  }
});
