import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { filledWorkbook } from '../../src/web/workbook/filled-workbook.js';
import { WORKBOOK_FORMATS, type Workbook } from '../../src/web/workbook/workbook.js';
import { workbookFile } from '../../src/web/workbook/workbook-file.js';

const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (OFFICE === undefined)
  process.stderr.write('\nNO LIBREOFFICE: sheets are not sent through an office program in this run.\n\n');

/** Sixty texts as people type and paste them, the same in every run. */
const TEXTS = fc
  .sample(
    fc.array(
      fc.constantFrom(
        ...[
          '=1+1',
          '+',
          '-1',
          '@SUM(A1)',
          ' ',
          '  ',
          '\n',
          '\n\n',
          '\t',
          '<b>',
          '&amp;',
          '"',
          "'",
          '_x0041_',
          '%',
          '007',
        ],
        ...[
          'They met weekly.',
          'مرحبا',
          'é',
          'e\u0301',
          '👩🏽‍⚕️',
          '漢字',
          '\u00a0',
          '\u200b',
          '2026-12-01',
          '1,5',
          'TRUE',
        ],
      ),
      { minLength: 1, maxLength: 12 },
    ),
    { numRuns: 60, seed: 13 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

const WORKBOOK: Workbook = {
  title: 'Through an office',
  sheet: 'Answers',
  columns: [
    { heading: 'Criterion', width: 14 },
    { heading: 'Score', width: 20, open: true, choices: ['3 – Yes, all', '0 – No'] },
    { heading: 'Why', width: 60, open: true },
  ],
  rows: [...TEXTS, `They ${'met '.repeat(1999)}.`].map((text, place) => [
    `SIM-${String(place)}`,
    '0 – No',
    text,
  ]),
  guide: ['Fill it in.'],
  mark: { review: 'one' },
};

describe('A sheet that an office program opened and saved', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(WORKBOOK_FORMATS.flatMap((from) => WORKBOOK_FORMATS.map((to) => [from, to] as const)))(
    'as %s and %s comes back with the same content, protected, with its lists, and without a formula',
    async (from, to) => {
      if (OFFICE === undefined) return;
      const path = join(folder, `sheet.${from}`);
      const out = join(folder, to);
      writeFileSync(path, (await workbookFile('sheet', from, WORKBOOK)).content as Buffer);
      execFileSync(OFFICE, [
        ...[
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          out,
          path,
        ],
      ]);
      const saved = readFileSync(join(out, `sheet.${to}`));
      const part = unzipSync(saved)[to === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml'];
      const [shut, picked, computed] =
        to === 'ods'
          ? ['table:protected="true"', 'cell-content-is-in-list(', 'table:formula']
          : ['<sheetProtection ', '<dataValidation ', '<f'];
      const content = strFromU8(part ?? new Uint8Array());
      expect([content.includes(shut), content.includes(picked)]).toEqual([true, true]);
      expect(content.replaceAll(/<formula\d>/g, '')).not.toContain(computed);
      const read = await filledWorkbook(saved, WORKBOOK);
      expect(read.faults).toEqual([]);
      expect(read.mark).toEqual({ review: 'one' });
      expect(read.rows.map(({ cells }) => [...cells.values()])).toEqual(WORKBOOK.rows);
    },
    120_000,
  );
});
