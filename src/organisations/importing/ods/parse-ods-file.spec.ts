import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import type { OdsFault, OdsOrganisation } from './ods-organisation.js';
import { ODS_FILE_LIMITS, parseOdsFile } from './parse-ods-file.js';

const published = readFileSync('register/organisations/ods-etr-2025-07.csv');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const lineOf = (...cells: string[]): string => cells.map((cell) => `"${cell}"`).join(',');
const trust = (code: string, dates = ['20020401', ''], trailing = Array<string>(15).fill('')): string =>
  lineOf(code, `${code} NHS TRUST`, 'Y60', 'QK1', 'A', '', '', 'B', '', 'LE4 8PQ', ...dates, ...trailing);

function rowsOf(text: string | Uint8Array): OdsOrganisation[] {
  const reading = parseOdsFile(typeof text === 'string' ? encode(text) : text);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.rows;
}

function faultsOf(text: string | Uint8Array, limits = ODS_FILE_LIMITS): OdsFault[] {
  const reading = parseOdsFile(typeof text === 'string' ? encode(text) : text, limits);
  return 'faults' in reading ? reading.faults : [];
}

describe('The published file of NHS trusts', () => {
  it('gives all 210 organisations, five of them with a close date', () => {
    const rows = rowsOf(published);
    expect(rows).toHaveLength(210);
    expect(rows.filter((row) => row.closeDate !== null)).toHaveLength(5);
    expect(rows.find((row) => row.code === 'RT5')).toMatchObject({
      name: 'LEICESTERSHIRE PARTNERSHIP NHS TRUST',
      closeDate: null,
    });
    expect(rows[0]).toEqual({
      line: 1,
      code: 'G6V2S',
      name: 'NORTH LONDON NHS FOUNDATION TRUST',
      nationalGrouping: 'Y56',
      highLevelHealthGeography: 'QMJ',
      addressLines: ['4TH FLOOR, EAST WING', 'ST. PANCRAS HOSPITAL', '4 ST. PANCRAS WAY', 'LONDON'],
      town: 'LONDON',
      county: null,
      postcode: 'NW1 0PE',
      openDate: '2024-11-01',
      closeDate: null,
    });
  });
});

describe('Other editions of the file', () => {
  it.each([
    ['a byte-order mark', `\uFEFF${trust('RT5')}\r\n${trust('RP1')}\r\n`],
    ['LF endings', `${trust('RT5')}\n${trust('RP1')}\n`],
    ['mixed endings and no last one', `${trust('RT5')}\r\n${trust('RP1')}`],
    ['blank lines at the end', `${trust('RT5')}\n${trust('RP1')}\n\n\r\n  \n`],
    ['unquoted cells', `${trust('RT5')}\n${trust('RP1')}\n`.replaceAll('"', '')],
    ['the same row twice', `${trust('RT5')}\n${trust('RP1')}\n${trust('RT5')}\n`],
  ])('are read with %s', (_, text) => {
    expect(rowsOf(text).map((row) => row.code)).toEqual(['RT5', 'RP1']);
  });

  it.each([0, 1, 40])('are read with %i columns after the close date', (count) => {
    const trailing = Array<string>(count).fill('X');
    expect(rowsOf(trust('RT5', ['20020401', '20240930'], trailing))[0]?.closeDate).toBe('2024-09-30');
  });

  it('are read with any grouping codes, and with blanks where nothing is known', () => {
    const text = lineOf('X24', 'NHS ENGLAND', '', 'E99000123', ...Array<string>(8).fill(''));
    expect(rowsOf(text)[0]).toMatchObject({
      nationalGrouping: null,
      highLevelHealthGeography: 'E99000123',
      addressLines: [],
      postcode: null,
      openDate: null,
    });
  });

  it('keep quotation marks and commas inside a value', () => {
    const text = trust('RT5').replace('RT5 NHS TRUST', 'THE ""OLD"" TRUST, NORTH');
    expect(rowsOf(text)[0]?.name).toBe('THE "OLD" TRUST, NORTH');
  });
});

describe('A malformed row refuses the whole file, by line and reason', () => {
  const around = (bad: string): string => `${trust('RT5')}\r\n\r\n${bad}\r\n${trust('RP1')}\r\n`;
  it.each([
    ['too few columns', '"RX4","SHORT ROW"', 'The row has 2 columns; at least 12 are needed.'],
    ['a stray comma', `${trust('RX4')},"X"`, 'The row has 28 columns; the rest of the file has 27.'],
    ['no code', trust('RX4').replace('"RX4"', '""'), 'The organisation code (first column) is missing.'],
    [
      'no name',
      trust('RX4').replace('RX4 NHS TRUST', ' '),
      'The organisation name (second column) is missing.',
    ],
    ['a heading', trust('Code'), /"Code" is not an organisation code.*no heading row/],
    ['an impossible date', trust('RX4', ['20230229', '']), /The open date, "20230229", is not a real date/],
    ['a date in another style', trust('RX4', ['', '01/04/2024']), /The close date, "01\/04\/2024"/],
    [
      'a close date before the open date',
      trust('RX4', ['20240401', '20240331']),
      'The close date, 2024-03-31, is before the open date, 2024-04-01.',
    ],
    [
      'the code of another row',
      trust('RT5', ['20030401', '']),
      'Code RT5 is also on line 1, with different content.',
    ],
    ['an open quotation mark', `"RX4,${trust('RX4').slice(5)}`, /quotation mark is not balanced/],
    [
      'a quotation mark closed too soon',
      trust('RX4').replace('"Y60"', '"Y6"0'),
      /quotation mark is not balanced/,
    ],
    ['a NUL byte', trust('RX4').replace('Y60', 'Y\u00000'), /cannot be seen \(U\+0000\)/],
    ['a mark that turns text round', trust('RX4').replace('Y60', '\u202E06Y'), /cannot be seen \(U\+202E\)/],
    ['a lone carriage return', trust('RX4').replace('Y60', 'Y\r0'), /cannot be seen \(U\+000D\)/],
    ['an endless line', trust('RX4').replace('Y60', 'Y'.repeat(9000)), /far longer than any published row/],
  ])('when it has %s', (_, bad, reason) => {
    const faults = faultsOf(around(bad));
    expect(faults.map((fault) => fault.line)).toEqual([3]);
    expect(faults[0]?.reason).toMatch(reason);
  });

  it('when a value runs over two lines, each of which is then no row', () => {
    const [head, tail] = trust('RX4').split(' NHS');
    expect(faultsOf(around(`${head}\nNHS${tail}`)).map((fault) => fault.line)).toEqual([3, 4]);
  });

  it('when it is not UTF-8', () => {
    const [before, after] = [encode(`${trust('RT5')}\n"RX4","CAF`), encode(`"\n${trust('RP1')}\n`)];
    const faults = faultsOf(Uint8Array.from([...before, 0xe9, ...after]));
    expect(faults).toEqual([{ line: 2, reason: expect.stringContaining('not valid UTF-8') }]);
  });

  it('and every fault of every row is told at once, in order', () => {
    const text = [trust('RT5'), trust('', ['x', 'y']), trust('RP1'), '"RX4'].join('\n');
    expect(faultsOf(text).map((fault) => fault.line)).toEqual([2, 2, 2, 4]);
  });
});

describe('A file that is no such file', () => {
  it.each([
    ['nothing', new Uint8Array(), 'The file holds no rows.'],
    ['blank lines only', encode('\n \r\n'), 'The file holds no rows.'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x52, 0]), /saved as UTF-16/],
    [
      'semicolons',
      encode(`${trust('RT5')}\n`.replaceAll('","', '";"')),
      /parted by semicolons, not by commas/,
    ],
    ['tabs', encode(`${trust('RT5')}\n`.replaceAll('","', '"\t"')), /parted by tabs, not by commas/],
    [
      'tabs without quotation marks',
      encode(trust('RT5').replaceAll('","', '\t').replaceAll('"', '')),
      /parted by tabs/,
    ],
    [
      'carriage returns alone',
      encode(`${trust('RT5')}\r${trust('RP1')}\r`),
      /end in a carriage return alone \(CR\)/,
    ],
    ['50 MB', new Uint8Array(50 * 1024 * 1024), /The file is 50.0 MB; at most 32.0 MB is read/],
  ])('is refused as a whole: %s', (_, bytes, reason) => {
    const faults = faultsOf(bytes);
    expect(faults).toEqual([{ line: null, reason: expect.stringMatching(reason) }]);
  });

  it('is read no further than the line limit', () => {
    const faults = faultsOf(`${trust('AA1')}\n${trust('AA2')}\n${trust('AA3')}\n`, {
      ...ODS_FILE_LIMITS,
      lines: 2,
    });
    expect(faults).toEqual([{ line: 3, reason: 'The file has more than 2 lines; no more are read.' }]);
  });

  it('gives a report short enough to read', () => {
    const faults = faultsOf('"rubbish\n'.repeat(1000));
    expect(faults).toHaveLength(201);
    expect(faults.at(-1)).toEqual({ line: null, reason: 'There are more faults than the 200 listed here.' });
  });
});

describe('Whatever the bytes', () => {
  it('the reading never throws, and is rows or faults but never both or neither', () => {
    const pieces = fc.constantFrom(...'",\r\n', '\uFEFF', trust('RT5'), trust('RP1'), '\u0000', 'é', '2024');
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      texts.map((parts) => encode(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        const reading = parseOdsFile(input);
        const found = 'faults' in reading ? reading.faults : reading.rows;
        expect(Object.keys(reading)).toHaveLength(1);
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('organisations come back as they were written', () => {
    const cell = fc
      .stringMatching(/^[A-Z0-9&',."() é-]{1,30}$/)
      .map((text) => text.trim())
      .filter(Boolean);
    const maybe = fc.option(cell);
    const day = fc
      .date({ min: new Date('1948-07-05'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const organisation = fc.record({
      code: fc.stringMatching(/^[A-Z0-9]{2,10}$/),
      name: cell,
      nationalGrouping: maybe,
      highLevelHealthGeography: maybe,
      addressLines: fc.array(cell, { maxLength: 5 }),
      postcode: maybe,
      dates: fc.tuple(fc.option(day), fc.option(day)),
    });
    const organisations = fc.uniqueArray(organisation, { minLength: 1, selector: (one) => one.code });
    const ending = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(organisations, ending, fc.boolean(), fc.nat(20), (made, eol, quotes, extra) => {
        const expected = made.map(({ dates, ...rest }, at) => {
          const [openDate, closeDate] = dates[0] && dates[1] ? [...dates].sort() : dates;
          const [town = null, county = null] = rest.addressLines.slice(3);
          return { line: at + 1, ...rest, town, county, openDate, closeDate };
        });
        const text = stringify(
          expected.map((one) => [
            ...[one.code, one.name, one.nationalGrouping, one.highLevelHealthGeography],
            ...[0, 1, 2, 3, 4].map((at) => one.addressLines[at]),
            ...[one.postcode, one.openDate?.replaceAll('-', ''), one.closeDate?.replaceAll('-', '')],
            ...Array<string>(extra).fill(''),
          ]),
          { quoted: quotes, quoted_empty: quotes, record_delimiter: eol },
        );
        expect(rowsOf(text)).toEqual(expected);
      }),
    );
  });
});
