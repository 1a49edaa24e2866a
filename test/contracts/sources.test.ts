import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import { pageOfSource } from '../../src/evidence/sources/source-codes.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { sources as citedByRules } from '../../src/legal-basis/rules/engine/sources.js';
import { crawl } from '../support/crawl.js';
import { openedSources } from '../support/data-sharing/opened-sources.js';
import { aFlow, submittedFlow } from '../support/data-flows.js';
import { filesOfTheRegister } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

/** A code of a source as a page shows it, where words before it say that it is one. */
const SHOWN = /\b(?:sources?:?|comes from:?) +((?:\d{1,3}|[SL]\d{1,2}b?|X\d{1,2}|SEED-[AB]|ODS)\b)/gi;

describe('Every code of a source that a page shows', () => {
  let world: ServedReviewWorld;
  let anyone: PageReader;

  beforeAll(async () => {
    world = await servedReviewWorld();
    await world.candour.get(SourceLoading).load(OPERATOR, await filesOfTheRegister());
    anyone = new PageReader(world.address);
  }, 60_000);

  afterAll(() => world.close());

  it('is a link to what it stands for, on every page that links lead to and on the report of a flow', async () => {
    const flowId = await submittedFlow(world, aFlow({ necessityText: '' }));
    const led = new Set<string>();
    const unlinked: string[] = [];
    const look = (page: PageReader): void => {
      const links = page.find('main a[href^="/sources/"]');
      if (page.path.startsWith('/sources')) return;
      for (const link of links.get()) led.add(link.attribs['href'] ?? '');
      const linked = links.text();
      for (const [words, code] of page.text.matchAll(SHOWN))
        if (!linked.includes(code ?? '')) unlinked.push(`${page.path}: ${words}`);
    };
    await crawl(anyone, 12, look);
    for (const { key } of (await filesOfTheRegister()).bodies)
      look(await anyone.open(`/organisations/${key}`));
    const submitter = await world.reader('submitter');
    look(await submitter.open(`/data-flows/${flowId}`));
    expect(submitter.find('a[href^="/sources/L"]').length).toBeGreaterThan(10);

    expect(unlinked).toEqual([]);
    expect(led.size).toBeGreaterThan(60);
    const unresolved: string[] = [];
    for (const href of led) {
      await anyone.open(href);
      const isKnown = anyone.status === 200 && anyone.text.includes('What cites it');
      if (!isKnown || anyone.text.includes('Nothing here cites it')) unresolved.push(href);
    }
    expect(unresolved).toEqual([]);
  }, 240_000);

  it('stands for what was opened at the same address, whichever list says so', async () => {
    const { sources } = await filesOfTheRegister();
    for (const [ref, said] of openedSources()) {
      const source = sources.get(ref.replace(/^S(?=\d)/, ''));
      const addresses = said.match(/https?:\/\/[^\s);]+/g) ?? [];
      expect([ref, source?.urls ?? []]).toEqual([ref, expect.arrayContaining(addresses.slice(0, 1))]);
    }
    for (const [ref, address] of Object.entries(citedByRules))
      expect([ref, sources.get(ref.replace(/^S(?=\d)/, ''))?.urls]).toEqual([
        ref,
        expect.arrayContaining([address]),
      ]);
  });

  it('is told with its publisher, its date and how sure that is, its addresses and what was seen of it', async () => {
    await anyone.open('/sources/SEED-B');
    expect(anyone.text).toContain('2020 (inferred: it carries no such date itself)');
    expect(anyone.text).toContain('It has no public address.');
    expect(anyone.text).toContain('The deck carries no date and has no public address.');
    expect(anyone.text).toContain('Every claim that cites it');
    await anyone.open('/organisations/metropolitan-police');
    await anyone.follow('Source 45');
    expect(anyone.path).toBe(pageOfSource('45'));
    expect(anyone.find('main a[href^="https://www.met.police.uk/"]')).toHaveLength(1);
    expect(anyone.text).toContain('what it says is not the force’s own statement'.replace('’', "'"));
    await anyone.open('/sources/l13');
    expect(anyone.text).toMatch(/R-[A-Z]+-\d\d: /);
    await anyone.open('/sources/NHSE-SIM-23');
    expect(anyone.heading).toContain('NHS England position on Serenity Integrated Mentoring');
    expect(anyone.text).toContain('SIM-POL-01: ');
    expect(anyone.text).toContain('NHS England says that SIM or similar models must no longer be used');
    await anyone.open('/provisions/nhse-police');
    await anyone.follow('source L13');
    expect(anyone.text).toContain('Provisions of law that were read there');
    expect((await anyone.open('/sources/L99')).status).toBe(404);
  });

  it('is found by words, and told to programs and in a table', async () => {
    await anyone.open('/sources');
    await anyone.fill('Code, or words of a title or publisher', 'disability news 2021').press('Search');
    expect(anyone.text).toContain('No source was found.');
    await anyone.fill('Code, or words of a title or publisher', 'disability news silent').press('Search');
    expect(anyone.find('.candour-results__entry')).toHaveLength(1);
    await anyone.follow('36: ');
    const answer = await fetch(`${world.address}/api/v1/sources/S18`);
    expect(await answer.json()).toMatchObject({
      onTheList: true,
      source: { ref: '18', alsoCitedAs: ['NHSE-SIM-23'], published: '2023-03-10', publishedConfidence: 'A' },
    });
    const sheet = await (await fetch(`${world.address}/sources.csv`)).text();
    expect(sheet.split('\r\n').filter((line) => /^(\d+|L\d+b?|X\d+|ODS|SEED-[AB]),/.test(line))).toHaveLength(
      (await filesOfTheRegister()).sources.size,
    );
  });
});

describe('Where no list of sources was loaded', () => {
  it('a code that a rule cites still leads to where it was read, and says so', async () => {
    const world = await servedReviewWorld();
    try {
      const page = await new PageReader(world.address).open('/sources/L13');
      expect(page.status).toBe(200);
      expect(page.text).toContain('No list of sources that was loaded here has this code.');
      expect(page.find('main a[href^="https://transform.england.nhs.uk/"]')).toHaveLength(1);
    } finally {
      await world.close();
    }
  }, 60_000);
});
