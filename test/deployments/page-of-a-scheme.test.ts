import { load } from 'cheerio';
import { launchBrowser } from '../support/browser.js';
import { PageReader } from '../support/page-reader.js';
import { PictureShown } from '../support/picture-shown.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';

const LEICESTERSHIRE = '/deployments/leicestershire';

interface SectionsTold {
  readonly notAnswered: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    readonly href: string;
    readonly known: string | null;
    readonly unanswered: readonly string[];
    readonly bearsOn: readonly object[];
  }[];
}

interface Criterion {
  readonly code: string;
  readonly records: readonly { readonly heading: string }[];
}

describe('The page of a scheme answers first', () => {
  let world: ServedDemoWorld;
  let page: PageReader;

  beforeAll(async () => {
    world = await servedDemoWorld();
    page = new PageReader(world.address);
  });

  afterAll(() => world.close());

  it('what it is, where it stands, what is contested, and what nobody has answered', async () => {
    await page.open(LEICESTERSHIRE);
    const headings = texts('main h2').slice(0, 6);
    expect(headings).toEqual([
      'What it is',
      'Where it stands',
      'What is contested',
      'Time line',
      'What is known, and what nobody has answered',
      'What is said of it',
    ]);
    expect(answer('Where it stands')).toMatch(/Running as of April 2024 Inferred: no source says it/);
    expect(answer('What is contested')).toContain('Inferred, no source says it: PAVE');
    const open = texts('.candour-scheme__sections strong').filter((words) => words === 'Not answered');
    expect(answer('What is contested')).toContain(
      `${String(open.length)} questions that nobody has answered`,
    );
    expect(page.text).toContain('Nobody has said which records are shared with whom');
    for (const words of ['who paid for it', 'how many people were on the scheme']) {
      expect(page.text).toContain(`The trust has not said ${words}`);
      expect(page.text).not.toContain(`Nobody has said ${words}`);
    }
    expect(page.text).toContain('1 claim of sources speaks of it.');
  });

  it('with a time line whose table and file say the same as its drawing', async () => {
    await page.open(LEICESTERSHIRE);
    const shown = new PictureShown(page.html, 'time-line');
    expect(shown.faults()).toEqual([]);
    const told = shown.rows.map(([, when = '', what = '']) => `${when}: ${what}`);
    expect(told).toContainEqual(expect.stringMatching(/^October 2016: Set up: The slide deck says/));
    expect(told).toContainEqual(expect.stringMatching(/^2020 \(the date of the source\): Paused: /));
    expect(told).toContainEqual(
      expect.stringMatching(/^April 2024: What followed: NSUN says .* It is about England\.$/),
    );
    expect(told).toContainEqual(expect.stringMatching(/^10 March 2023: NHS England position on SIM/));
    expect(told).toContainEqual('25 May 2018: EU GDPR with the Data Protection Act 2018');
    const file = await fetch(`${world.address}${shown.csv}`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(shown.differencesFromFile(await file.text())).toEqual([]);
    const answered = await fetch(`${world.address}/api/v1/deployments/leicestershire/time-line`);
    const { facts } = (await answered.json()) as { readonly facts: readonly object[] };
    expect(facts).toHaveLength(shown.rows.length);
  });

  it('and programs read the same: each section with what is known in a sentence, what nobody has answered, and its page', async () => {
    const answered = await fetch(`${world.address}/api/v1/deployments/leicestershire/sections`);
    const told = (await answered.json()) as SectionsTold;
    await page.open(LEICESTERSHIRE);
    expect(told.sections.map(({ heading }) => heading)).toEqual(texts('[id^="section-"]'));
    expect(told.notAnswered.length).toBeGreaterThan(0);
    for (const sentence of [
      ...told.notAnswered,
      ...told.sections.flatMap(({ known, unanswered }) => [
        ...unanswered,
        ...(known === null ? [] : [known]),
      ]),
    ]) {
      expect(page.text).toContain(sentence);
      expect(sentence).toMatch(/^[^a-z].*[.!?]$/s);
    }
    for (const { href } of told.sections) expect([href, (await page.open(href)).status]).toEqual([href, 200]);
    expect(told.sections.find(({ heading }) => heading === 'Who works in it')?.bearsOn).toEqual([
      { code: 'SIM-WRK', name: 'Workforce' },
      { code: 'SIM-POL', name: 'Police role' },
    ]);
    expect((await fetch(`${world.address}/api/v1/deployments/none/sections`)).status).toBe(404);
  });

  it('and leads to the criteria that a record bears on, which lead to the kind of record', async () => {
    await page.open(LEICESTERSHIRE);
    expect(page.find('a[href="/criteria#SIM-DAT"]').first().text()).toBe('Data');
    expect(texts('.candour-scheme__sections a').filter((words) => words.startsWith('SIM-'))).toEqual([]);
    await page.open('/deployments/leicestershire/posts');
    expect(page.find('a[href="/criteria#SIM-WRK"]').text()).toBe('Workforce');
    await page.open('/criteria');
    expect(page.find('#SIM-DAT').text()).toBe('Data');
    await page.follow('SIM-DAT-01');
    expect(page.find('#records').next().text()).toContain('How people’s records are shared');
    await page.open('/criteria/SIM-COP-01');
    expect(page.find('#records').next().text()).toContain('How people were involved');
    await page.open('/criteria/SIM-WRK-01');
    expect(page.find('#records').next().text()).toContain('Who works in it');
    const answered = await fetch(`${world.address}/api/v1/frameworks/candour-2026-12/criteria`);
    const { items } = (await answered.json()) as { readonly items: readonly Criterion[] };
    const data = items.find(({ code }) => code === 'SIM-DAT-01');
    expect(data?.records.map(({ heading }) => heading)).toContain('How people’s records are shared');
  });

  it('with numbers that stand out in colours that a person has chosen, and the table in place of the drawing below 600 px', async () => {
    const browser = await launchBrowser();
    if (!browser) return;
    const shown = await browser.newPage({ javaScriptEnabled: false, forcedColors: 'active' });
    await shown.goto(`${world.address}${LEICESTERSHIRE}`);
    const mark = '#time-line [data-mark="claim-leicestershire-start"]';
    const colours = await Promise.all(
      ['path', 'text'].map((drawn) =>
        shown.evaluate<string>(`getComputedStyle(document.querySelector('${mark} ${drawn}')).fill`),
      ),
    );
    expect(new Set(colours).size).toBe(2);
    const picture = shown.locator('#time-line');
    for (const width of [1280, 600, 599, 320]) {
      await shown.setViewportSize({ width, height: 800 });
      const stand = [picture.locator('svg').isVisible(), picture.locator('table').isVisible()];
      expect(await Promise.all(stand)).toEqual(width < 600 ? [false, true] : [true, false]);
    }
    await browser.close();
  });

  function texts(selector: string): readonly string[] {
    const $ = load(page.html);
    return $(selector)
      .toArray()
      .map((one) => $(one).text().replace(/\s+/g, ' ').trim());
  }

  function answer(heading: string): string {
    return texts('.candour-scheme__answer > section').find((one) => one.startsWith(heading)) ?? '';
  }
});
