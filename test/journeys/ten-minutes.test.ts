import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Part } from '../../src/demo-world/personas.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { launchBrowser } from '../support/browser.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import type { PageReader } from '../support/page-reader.js';

const PICTURES = join('docs', 'screenshots');
const SCHEME = 'Example Vale Joint Support Team (fictional)';

/** The walk of the README, step by step. With CANDOUR_SCREENSHOTS=yes it takes the README's pictures anew. */
describe('A newcomer walks through the demo world as the README says', () => {
  let world: ServedDemoWorld;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const wanted = process.env['CANDOUR_SCREENSHOTS'] === 'yes';
    [world, browser] = await Promise.all([servedDemoWorld(), wanted ? launchBrowser() : undefined]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await world.close();
  });

  it('says what happened, keeps the receipt, and comes back with it', async () => {
    const visitor = await at(null, '/');
    await visitor.follow('Tell us what happened');
    await visitor.follow('Start');
    await visitor.press('Continue');
    await visitor.choose('Myself').press();
    await visitor.open('/answers/words');
    await visitor.fill('Tell us in your own words', 'This is a try, and nobody was harmed.').press();
    await visitor.open('/answers/check');
    await visitor.press('Send');
    expect(visitor.heading).toBe('We have your answers');
    const [reference, code] = ['#reference', '#code'].map((id) => visitor.find(id).text().trim());
    await photograph(visitor, 'the-receipt');
    const later = await at(null, '/');
    await later.follow('Come back with a receipt');
    await later
      .fill('Reference', reference ?? '')
      .fill('Code', code ?? '')
      .press();
    expect(later.text).toContain('We have it. Nobody has worked on it yet.');
  });

  it('finds a scheme by another of its names, with its sources side by side', async () => {
    const visitor = await at(null, '/');
    await visitor.follow('Every scheme in the register');
    await visitor.fill('q', 'PAVE').press('Search');
    await visitor.open(visitor.find('main a[href^="/deployments/"]').attr('href') ?? '');
    expect(visitor.text).toContain('PAVE');
    await photograph(visitor, 'a-scheme');
  });

  it('as the trust, begins at its own page', async () => {
    const trust = await at('submitter', '/home');
    expect(trust.heading).toBe('Your home');
    await trust.follow('Your trust');
    expect(trust.path).toBe('/trusts/example-vale-trust');
    expect(trust.text).toContain('Example Vale Joint Support Team (fictional)');
  });

  it('as the trust, reads the data flow, its rule report and what three people said of it', async () => {
    const trust = await at('submitter', '/deployments?q=Example+Vale');
    await trust.follow(SCHEME);
    await trust.follow('Data flows and their legal basis');
    await trust.follow('Records of people on the caseload');
    expect(trust.text).toContain('This record does not show');
    await trust.open('/reviews');
    await trust.follow('Example Vale');
    await trust.follow('Read your answers');
    expect(trust.text).toContain('77 of 77 answered');
    const guardian = await at('guardian', '/flows-to-sign');
    await guardian.follow('Records of people on the caseload');
    expect(guardian.text).toContain('Refused');
    await photograph(guardian, 'a-flow-to-sign');
  });

  it('and as anybody, reads what the trust changed in its public record, and what it said before', async () => {
    const visitor = await at(null, '/deployments?q=Example+Vale');
    await visitor.follow(SCHEME);
    expect(visitor.text).toMatch(/Before: Example Vale\s+Since then: Example Vale and Example Moor\s+Why: /);
  });

  it('as a reviewer, reads the flows rule by rule', async () => {
    const reviewer = await at('first', '/examined-flows');
    await reviewer.follow(SCHEME);
    expect(reviewer.find('table.candour-matrix tbody tr').length).toBeGreaterThan(10);
    await photograph(reviewer, 'rules-by-flow');
  });

  it('as the lead, reads scores side by side, and as anybody the published result', async () => {
    const lead = await at('lead', '/reviews');
    await lead.follow('Example Vale');
    await lead.follow('Scores, findings and rating');
    expect(lead.text).toContain('Krippendorff’s alpha');
    await photograph(lead, 'findings');
    const visitor = await at(null, '/publications');
    await visitor.follow('Example Vale');
    expect(visitor.find('.candour-result__rating').length).toBe(1);
    for (const shown of ['are set aside', '2 minority views', '3 days late', 'the promise was kept'])
      expect(visitor.text).toContain(shown);
    for (const words of ['How people’s records are shared', 'Co-production', 'Medical director'])
      expect(visitor.text).toContain(words);
    for (const words of ['none of us was asked before', 'nobody wrote down when', 'never answered'])
      expect(visitor.text).toContain(words);
    await photograph(visitor, 'the-result');
    await visitor.open('/deployments?q=Example+Vale');
    await visitor.follow(SCHEME);
    for (const words of ['Return of Example Vale Police', 'Return of Example County Care Board'])
      expect(visitor.text).toContain(words);
  });

  it('as a concern handler, opens the concern, which is noted before a word is shown', async () => {
    const handler = await at('handler', '/concerns');
    await handler.open(handler.find('main a[href^="/concerns/"]').first().attr('href') ?? '');
    expect(handler.text).toContain('That you read this was noted.');
    await photograph(handler, 'a-concern');
  });

  it('and every picture that the README shows is there', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/\]\((docs\/screenshots\/[^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  async function at(part: Part | null, path: string): Promise<PageReader> {
    const visitor = await world.visitAs(part);
    await visitor.open(path);
    expect(visitor.status).toBe(200);
    return visitor;
  }

  /** Takes a picture of the page that the visitor stands on. */
  async function photograph(visitor: PageReader, name: string): Promise<void> {
    expect(visitor.status).toBe(200);
    if (!browser) return;
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setExtraHTTPHeaders({ cookie: visitor.cookies.header() });
    await page.goto(world.address + visitor.path);
    mkdirSync(join(projectRoot, PICTURES), { recursive: true });
    await page.screenshot({ path: join(projectRoot, PICTURES, `${name}.png`) });
    await page.close();
  }
});
