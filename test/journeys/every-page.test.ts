import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { crawl, kindOf, type Visited } from '../support/crawl.js';
import { ONE_OF_EACH, servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';

const MOST_PAGES_OF_ONE_KIND = 2;

describe('Every page that anybody can reach in the demo world', () => {
  let world: ServedDemoWorld;
  let browser: Browser | undefined;
  const looked = new Set<string>();

  beforeAll(async () => {
    [world, browser] = await Promise.all([servedDemoWorld(), launchBrowser()]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await world.close();
  });

  it.each(ONE_OF_EACH.map((part) => [part ?? 'a visitor', part] as const))(
    'opens for %s, and has no barriers and no sideways scroll at 320 pixels',
    async (_, part) => {
      const visitor = await world.visitAs(part);
      const pages = await crawl(visitor, MOST_PAGES_OF_ONE_KIND);
      expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
      expect(pages.length).toBeGreaterThan(5);
      if (browser) await lookAt(browser, visitor, pages);
    },
    180_000,
  );

  /** Looks at one page of each kind in the browser; kinds that another person has shown already are not shown again. */
  async function lookAt(seenIn: Browser, visitor: PageReader, pages: readonly Visited[]): Promise<void> {
    const context = await seenIn.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.setExtraHTTPHeaders({ cookie: visitor.cookies.header() });
    const faults: string[] = [];
    for (const { path, isPage } of pages) {
      if (!isPage || looked.has(kindOf(path))) continue;
      looked.add(kindOf(path));
      await page.goto(world.address + path);
      faults.push(...(await pageFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    await context.close();
    expect(faults).toEqual([]);
  }
});
