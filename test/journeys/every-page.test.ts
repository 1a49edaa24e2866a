import { crawl, kindOf, type Visited } from '../support/crawl.js';
import { ONE_OF_EACH, servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import type { PageReader } from '../support/page-reader.js';

const MOST_PAGES_OF_ONE_KIND = 2;

describe('Every page that anybody can reach in the demo world', () => {
  let world: ServedDemoWorld;
  let screen: NarrowScreen;
  const looked = new Set<string>();

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedDemoWorld(), NarrowScreen.open()]);
  }, 180_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it.each(ONE_OF_EACH.map((part) => [part ?? 'a visitor', part] as const))(
    'opens for %s, and has no barriers, no sideways scroll at 320 pixels, and no broken word in a table at 1280',
    async (_, part) => {
      const visitor = await world.visitAs(part);
      const pages = await crawl(visitor, MOST_PAGES_OF_ONE_KIND);
      expect(pages.filter(({ status }) => status !== 200)).toEqual([]);
      expect(pages.length).toBeGreaterThan(5);
      await lookAt(visitor, pages);
    },
    180_000,
  );

  /** Looks at one page of each kind in the browser. Kinds that another has shown already are not shown again, but for their homes. */
  async function lookAt(visitor: PageReader, pages: readonly Visited[]): Promise<void> {
    const faults: string[] = [];
    for (const { path, isPage } of pages) {
      if (!isPage || (path !== '/home' && looked.has(kindOf(path)))) continue;
      looked.add(kindOf(path));
      const found = await screen.faultsOf(world.address + path, visitor);
      const wide = await screen.faultsWhenWide();
      faults.push(
        ...[...found, ...wide.map((fault) => `at 1280 pixels ${fault}`)].map((fault) => `${path}: ${fault}`),
      );
    }
    expect(faults).toEqual([]);
  }
});
