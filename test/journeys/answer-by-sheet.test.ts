import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { SelfReviewQueries } from '../../src/reviews/self-review/self-review.queries.js';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { launchBrowser } from '../support/browser.js';
import { faultsWhenWide, pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, startedReview, type Part, type ServedReviewWorld } from '../support/reviews.js';

const SCORE = 7;
const WHY = 9;
const FILE = 'The sheet that you filled in';

describe('A trust answers its self-review by sheet', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let trust: PageReader;

  beforeAll(async () => {
    world = await servedReviewWorld();
  });

  beforeEach(async () => {
    ({ reviewId } = await startedReview(world));
    trust = await world.reader('submitter');
  });

  afterAll(() => world.close());

  async function taken(format: 'xlsx' | 'ods', reader = trust, review = reviewId): Promise<Uint8Array> {
    const response = await fetch(`${world.address}/reviews/${review}/answers/sheet/${format}`, {
      headers: { cookie: reader.cookies.header() },
    });
    expect([response.status, response.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining(`candour-self-review.${format}`),
    ]);
    return new Uint8Array(await response.arrayBuffer());
  }

  async function handOver(bytes: Uint8Array, review = reviewId): Promise<void> {
    await trust.open(`/reviews/${review}/answers/sheet`);
    trust.attach(FILE, {
      name: 'sheet.xlsx',
      type: 'application/octet-stream',
      content: new Uint8Array(bytes),
    });
    await trust.press('Show what the sheet would do');
  }

  async function answers(): Promise<[string, string | null, string | null, string][]> {
    const found = await world.service(SelfReviewQueries).answers(await world.as('submitter'), reviewId);
    return found.map(({ criterion, score, grade, reason }) => [criterion, score, grade, reason]);
  }

  it('from the list of criteria to a preview and answers, with the sheet of Excel', async () => {
    await trust.open(`/reviews/${reviewId}/answers`);
    await trust.follow('Fill it in as a sheet instead');
    await handOver(
      await filledXlsx(await taken('xlsx'), [
        [
          2,
          '2 – Mostly consistent',
          'B – A record made at the time, from one party.',
          '=No officer takes part.\n  Since June.',
        ],
        [3, 'u', '', '-1 was counted, and nobody knows why.'],
      ]),
    );
    expect(trust.heading).toContain('Check what the sheet would do');
    expect(trust.text).toContain('2 criteria change, and 73 stay as they are');
    expect(trust.text).toContain('Row 2: SIM-');
    expect(await answers()).toEqual([]);

    await trust.press('Save 2 answers');
    expect(trust.notice).toBe('2 answers were saved');
    expect(trust.text).toContain('2 of 75 answered');
    const [first, second] = (await codes()).slice(0, 2);
    expect(await answers()).toEqual(
      expect.arrayContaining([
        [first, '2', 'B', '=No officer takes part.\n  Since June.'],
        [second, 'U', null, '-1 was counted, and nobody knows why.'],
      ]),
    );
    await handOver(await taken('xlsx'));
    expect(trust.text).toContain('There is nothing to save');
    await handOver(await taken('ods'));
    expect(trust.text).toContain('There is nothing to save');
  });

  it('and with the sheet of LibreOffice', async () => {
    await handOver(filledOds(await taken('ods'), 3, ['0 – Not consistent', 'A', 'It never began.']));
    await trust.press('Save 1 answer');
    expect(trust.notice).toBe('1 answer was saved');
    const [, second] = await codes();
    expect(await answers()).toEqual([[second, '0', 'A', 'It never began.']]);
  });

  it('sees every fault by its cell, and nothing is recorded of a sheet with one', async () => {
    const bytes = await filledXlsx(
      await taken('xlsx'),
      [
        [2, '2', 'B', 'They met weekly.'],
        [3, 'maybe', 'B', 'They met weekly.'],
        [4, '2', '', 'They met weekly.'],
        [5, '2', 'B', 'n/a'],
        [6, '', 'B', 'They met weekly.'],
      ],
      { formula: 7 },
    );
    await handOver(bytes);
    expect(trust.issues).toEqual(['Nothing was recorded. Each fault is listed with its cell.']);
    const rows = [1, 2, 3, 4, 5].map((row) =>
      trust
        .find(`tbody tr:nth-child(${String(row)})`)
        .text()
        .replace(/\s+/g, ' '),
    );
    expect(rows).toEqual([
      expect.stringMatching(/G3.*“maybe” is none of the choices; pick one of: 3 – Consistent; 2 – Mostly/),
      expect.stringMatching(/H4.*Choose how strong the evidence is, from A to E/),
      expect.stringMatching(/I5.*This says nothing/),
      expect.stringMatching(/G6.*Choose a score/),
      expect.stringMatching(
        /I7.*this is a formula, and formulas are not computed; write what it should say as text/,
      ),
    ]);
    expect(await answers()).toEqual([]);
  });

  it('is told that a sheet is of another review, was made elsewhere, or asks by an edition that the round left', async () => {
    const { reviewId: other } = await startedReview(world);
    await handOver(await taken('xlsx', trust, other));
    expect(trust.text).toContain('This is the sheet of another review');
    const parts = unzipSync(await taken('ods'));
    const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
    for (const [was, is, said] of [
      ['>self-review<', '>scores<', 'This is not a sheet of this kind'],
      [
        '<text:p>moves</text:p></table:table-cell><table:table-cell table:style-name="shut" office:value-type="string"><text:p>0<',
        '<text:p>moves</text:p></table:table-cell><table:table-cell table:style-name="shut" office:value-type="string"><text:p>1<',
        'asks by an edition that the round has left since',
      ],
    ] as const) {
      expect(content).toContain(was);
      await handOver(zipSync({ ...parts, 'content.xml': strToU8(content.replace(was, is)) }));
      expect(trust.text).toContain(said);
    }
    expect(await answers()).toEqual([]);
  });

  it('never writes over what a colleague answered on the pages meanwhile, before the preview or after it', async () => {
    const [first = ''] = await codes();
    const sheet = await filledXlsx(await taken('xlsx'), [[2, '2', 'B', 'They met weekly.']]);
    await handOver(sheet);
    await world.service(SelfReviewService).answer(await world.as('submitter'), reviewId, {
      criterion: first,
      score: '0',
      grade: 'A',
      reason: 'A colleague looked it up: they never met.',
    });
    await trust.press('Save 1 answer');
    expect(trust.text).toContain('Nothing of the sheet was recorded');
    await handOver(sheet);
    expect(trust.text).toMatch(/A2.*this was answered on the pages after the sheet was taken/s);
    expect(await answers()).toEqual([[first, '0', 'A', 'A colleague looked it up: they never met.']]);
  });

  it('keeps the documents that an answer names, and what no row says stays', async () => {
    const [first = '', second = ''] = await codes();
    const actor = await world.as('submitter');
    const service = world.service(SelfReviewService);
    await service.answer(actor, reviewId, {
      criterion: second,
      score: 'X',
      grade: null,
      reason: 'Nobody knows.',
    });
    await handOver(
      await filledXlsx(await taken('xlsx'), [
        [2, '2', 'B', 'They met.'],
        [3, '', '', ''],
      ]),
    );
    await trust.press('Save 1 answer');
    expect((await answers()).map(([criterion]) => criterion).sort()).toEqual([first, second].sort());
  });

  it('is refused words that are not from its preview, and sheets after the self-review was submitted', async () => {
    await handOver(await filledXlsx(await taken('xlsx'), [[2, '2', 'B', 'They met.']]));
    const form = trust.find('form[action$="/sheet/take"]');
    form.find('[name="carriedAnswers"]').attr('value', 'H4sIAAAA');
    await trust.press('Save 1 answer');
    expect(trust.text).toContain(
      'This page has lost its place. Choose the sheet again. Nothing was recorded.',
    );
    expect(await answers()).toEqual([]);
  });

  it('shows pages without barriers on a small telephone and in a wide window, with faults and with a preview', async () => {
    const browser = await launchBrowser();
    if (!browser) return;
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
    await page.context().addCookies([{ name: 'candour', value: cookieOf(trust), url: world.address }]);
    const empty = await taken('xlsx');
    for (const [score, heading] of [
      ['maybe', 'The self-review as a sheet'],
      ['2', 'Check what the sheet would do'],
    ] as const) {
      await page.goto(`${world.address}/reviews/${reviewId}/answers/sheet`);
      expect(await pageFaults(page)).toEqual([]);
      const typed = `They met weekly, and wrote it down${'down'.repeat(40)}.`;
      const buffer = Buffer.from(await filledXlsx(empty, [[2, score, 'B', typed]]));
      await page.setInputFiles('input[type=file]', {
        name: 'sheet.xlsx',
        mimeType: 'application/zip',
        buffer,
      });
      await page.click('text=Show what the sheet would do');
      expect(await page.textContent('h1')).toContain(heading);
      expect(await pageFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await faultsWhenWide(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
    }
    await browser.close();
  });

  it('is not there for anybody else: no sheet of a trust leaves before it submits', async () => {
    const [criterion = ''] = await codes();
    const service = world.service(SelfReviewService);
    const secret = 'Nobody but us may read this yet.';
    await service.answer(await world.as('submitter'), reviewId, {
      criterion,
      score: 'U',
      grade: null,
      reason: secret,
    });
    const read = async (part: Part): Promise<string> => {
      const reader = await world.reader(part);
      const response = await fetch(`${world.address}/reviews/${reviewId}/answers/sheet/ods`, {
        headers: { cookie: reader.cookies.header() },
      });
      if (!response.ok) return String(response.status);
      return strFromU8(
        unzipSync(new Uint8Array(await response.arrayBuffer()))['content.xml'] ?? new Uint8Array(),
      );
    };
    expect(await read('guardian')).toContain(secret);
    for (const part of ['first', 'stranger', 'group'] as const) expect(await read(part)).toMatch(/^40[34]$/);
    expect(await read('lead')).not.toContain(secret);
  });

  async function codes(): Promise<readonly string[]> {
    const sheets = (await readOds(await taken('ods'))).sheets;
    return (sheets[0]?.rows ?? []).slice(1).map(([code]) => String(code));
  }
});

/** The session of a reader of pages, for a browser. */
function cookieOf(reader: PageReader): string {
  return /(?:^|; )candour=([^;]*)/.exec(reader.cookies.header())?.[1] ?? '';
}

/** The sheet with these rows filled in, as Excel would save it. */
async function filledXlsx(
  bytes: Uint8Array,
  rows: readonly (readonly [number, string, string, string])[],
  { formula }: { readonly formula?: number } = {},
): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes);
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('The file has no sheet');
  for (const [row, ...typed] of rows) {
    const cells = sheet.rows[row - 1] ?? [];
    typed.forEach((text, place) => (cells[SCORE - 1 + place] = text === '' ? null : text));
  }
  if (formula === undefined) return saveXlsx(workbook);
  const computed = { value: 2, type: 'formula', formula: '1+1', formulaResult: 2 } as const;
  sheet.cells = new Map([...(sheet.cells ?? []), [`${String(formula - 1)},${String(WHY - 1)}`, computed]]);
  return saveXlsx(workbook);
}

/** The sheet with one row filled in, as LibreOffice would save it: by its XML. */
function filledOds(bytes: Uint8Array, row: number, typed: readonly string[]): Uint8Array {
  const parts = unzipSync(bytes);
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  let at = 0;
  const filled = content.replace(/<table:table-row>.*?<\/table:table-row>/gs, (found) => {
    at += 1;
    if (at !== row) return found;
    let cell = 0;
    return found.replace(/<table:table-cell table:style-name="open"([^>]*)\/>/g, (_, more: string) => {
      cell += 1;
      return `<table:table-cell table:style-name="open"${more} office:value-type="string"><text:p>${typed[cell - 1] ?? ''}</text:p></table:table-cell>`;
    });
  });
  return zipSync({ ...parts, 'content.xml': strToU8(filled) });
}
