import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { filledWorkbook } from './filled-workbook.js';
import { WORKBOOK_FORMATS, type Workbook } from './workbook.js';
import { workbookFile } from './workbook-file.js';

const ODD = [
  '=1+1',
  '+44 20',
  '-1',
  '@SUM(A1)',
  '=HYPERLINK("http://example.org")',
  '  two blanks first\n\ttab,  two blanks  and last  ',
  '_x0041_ as it was typed',
  '<b>&amp; "quoted" \'too\'',
  'e\u0301 👩🏽‍⚕️ \u202eabc مرحبا',
  'one\n\n\nfour\n',
  "'begins with an apostrophe",
  'a\u200bb\u200dc\ufeff',
  '007',
  'TRUE',
  '2026-12-01',
  `They${'met'.repeat(2600)}`,
];

const WORKBOOK: Workbook = {
  title: 'A sheet to fill in',
  sheet: 'Answers',
  columns: [
    { heading: 'Criterion', width: 14 },
    { heading: 'Score', width: 20, open: true, choices: ['3 – Yes, "all"', '0 – No; none'] },
    { heading: 'Why', width: 60, open: true },
  ],
  rows: ODD.map((text, place) => [`SIM-${String(place)}`, '0 – No; none', text]),
  guide: ['Fill in the white columns.'],
  mark: { kind: 'example', of: '=1+1' },
};
const AWAITED = { sheet: 'Answers', columns: WORKBOOK.columns };

describe.each(WORKBOOK_FORMATS)('A workbook as %s', (format) => {
  async function written(different: Partial<Workbook> = {}): Promise<Buffer> {
    return (await workbookFile('sheet', format, { ...WORKBOOK, ...different })).content as Buffer;
  }

  it('comes back with every text as it left, character by character', async () => {
    const read = await filledWorkbook(await written(), AWAITED);
    expect(read.faults).toEqual([]);
    expect(read.rows.map(({ row, cells }) => [row, cells.get('Why')])).toEqual(
      ODD.map((text, place) => [place + 2, text]),
    );
    expect(read.mark).toEqual({ kind: 'example', of: '=1+1' });
    expect(read.letters.get('Why')).toBe('C');
  });

  it('holds no formula: what begins with =, +, - or @ leaves as text', async () => {
    const parts = Object.entries(unzipSync(await written()));
    const all = parts.map(([, part]) => strFromU8(part)).join('');
    expect(all).toContain('=HYPERLINK(');
    expect(all).not.toMatch(/<f[ >]|table:formula/);
  });

  it('protects every cell but those to fill in, and opens a list where one is to be picked', async () => {
    const parts = unzipSync(await written());
    const sheet = strFromU8(
      parts[format === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    if (format === 'ods') {
      expect(sheet.match(/table:protected="true"/g)).toHaveLength(4);
      expect(sheet).toContain('cell-content-is-in-list([$Choices.$A$2:.$A$3])');
      expect(sheet.match(/table:style-name="open"/g)).toHaveLength(2 * ODD.length);
    } else {
      expect(sheet).toMatch(/<sheetProtection [^>]*sheet="(1|true)"/);
      expect(sheet).toMatch(/<dataValidation [^>]*sqref="B2:B17"/);
      expect(sheet).toContain('Choices!$A$2:$A$3');
    }
  });

  it('says which column is missing', async () => {
    const [first, ...others] = WORKBOOK.columns;
    const columns = [{ ...first, heading: 'Code', width: 9 }, ...others];
    const read = await filledWorkbook(await written({ columns }), AWAITED);
    expect(read.faults.map(({ wrong }) => wrong)).toEqual(['The sheet has no column “Criterion”.']);
  });

  it('names what was written beside the columns that are read, because it would be lost', async () => {
    const columns = [...WORKBOOK.columns, { heading: 'Mine', width: 9, open: true } as const];
    const rows = [['SIM-1', '', 'They met.', 'ask Jo']];
    const read = await filledWorkbook(await written({ columns, rows }), AWAITED);
    expect(read.faults.map(({ where }) => where)).toEqual(['D2']);
  });
});

describe('A workbook that somebody hands over', () => {
  it.each([
    ['xlsx', () => writeXlsx({ sheets: [sheetWithFormula()] })],
    ['ods', () => writeOds({ sheets: [sheetWithFormula()] })],
  ])('as %s has its formulas named by cell, and none is computed', async (_format, write) => {
    const read = await filledWorkbook(await write(), AWAITED);
    expect(read.faults).toEqual([
      expect.objectContaining({ where: 'C2', wrong: 'this is a formula, and formulas are not computed' }),
    ]);
  });

  it.each([
    ['a text', Buffer.from('Criterion,Score,Why'), 'This is not a spreadsheet that can be read.'],
    ['nothing', Buffer.alloc(0), 'This is not a spreadsheet that can be read.'],
    ['half a file', halved(), 'This is not a spreadsheet that can be read.'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'protected by a password'],
    ['another packed file', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'not a spreadsheet'],
    ['entities', withContent('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), 'declares entities'],
    [
      'UTF-16',
      withContent(Buffer.from('\ufeff<?xml version="1.0"?><x/>', 'utf16le')),
      'not written in UTF-8',
    ],
    [
      'many parts',
      Buffer.from(zipSync(Object.fromEntries(numbers(300).map((n) => [`${String(n)}.xml`, strToU8('a')])))),
      'far larger',
    ],
    ['a bomb', withContent('a'.repeat(200_000_000)), 'far larger'],
    ['a bomb that lies', lyingBomb(), /far larger|not a spreadsheet/],
    [
      'one text over many cells',
      odsRows(
        '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>',
      ),
      'far larger',
    ],
    [
      'one row many times',
      odsRows(
        '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>',
        1_000_000,
      ),
      'far larger',
    ],
  ])('is refused in words when it is %s', async (_what, bytes, wrong) => {
    const before = process.memoryUsage().rss;
    const { faults, rows } = await filledWorkbook(bytes, AWAITED);
    expect(rows).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.wrong).toMatch(wrong);
    expect(faults[0]?.instead).not.toBe('');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('is refused when a cell stands so far away that the table before it would be huge', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Answers', rows: [['Criterion']] }] });
    const parts = unzipSync(bytes);
    const name = 'xl/worksheets/sheet1.xml';
    const far = strFromU8(parts[name] ?? new Uint8Array()).replace(
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    );
    const { faults } = await filledWorkbook(zipSync({ ...parts, [name]: strToU8(far) }), AWAITED);
    expect(faults[0]?.wrong).toContain('far larger');
  });

  it('brings no macro and no link along: only parts with cells are opened', async () => {
    const parts = unzipSync((await workbookFile('a', 'xlsx', WORKBOOK)).content as Buffer);
    const macro = {
      ...parts,
      'xl/vbaProject.bin': strToU8('<!DOCTYPE x>'),
      'xl/externalLinks/externalLink1.xml': strToU8('<!ENTITY'),
    };
    expect((await filledWorkbook(zipSync(macro), AWAITED)).faults).toEqual([]);
  });
});

function sheetWithFormula() {
  return {
    name: 'Answers',
    rows: [
      ['Criterion', 'Score', 'Why'],
      ['SIM-1', '3', null],
    ],
    cells: new Map([['1,2', { formula: 'WEBSERVICE("http://example.org")', formulaResult: 'They met.' }]]),
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place);
}

function withContent(content: string | Buffer): Buffer {
  return Buffer.from(zipSync({ 'content.xml': typeof content === 'string' ? strToU8(content) : content }));
}

function halved(): Buffer {
  const whole = withContent(
    numbers(5000)
      .map((n) => String(n * 7919))
      .join(),
  );
  return whole.subarray(0, whole.length / 2);
}

/** A packed file of which one part says that it is ten bytes long, and is a hundred million. */
function lyingBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(100_000_000, 'a'));
  const name = Buffer.from('content.xml');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(10, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, packed]);
}

function odsRows(cell: string, repeated = 1): Buffer {
  const of = (name: string): string => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  return withContent(
    `<office:document-content ${of('office')} ${of('table')} ${of('text')}><office:body><office:spreadsheet><table:table table:name="Answers"><table:table-row table:number-rows-repeated="${String(repeated)}">${cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
  );
}
