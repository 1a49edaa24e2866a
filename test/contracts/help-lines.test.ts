import { readHelpLines } from '../../src/web/layout/help-lines.js';
import { crawl } from '../support/crawl.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { bare, numbersShown } from '../support/numbers-shown.js';
import type { PageReader } from '../support/page-reader.js';

const MOST_PAGES_OF_ONE_KIND = 20;
const lines = readHelpLines().lines;

describe('A number of the emergency services or of a help line', () => {
  let world: ServedDemoWorld;
  const known = new Set(
    lines.flatMap(({ href, action, notes }) => [href, action, ...notes]).flatMap(numbersIn),
  );

  beforeAll(async () => {
    world = await servedDemoWorld();
  }, 180_000);

  afterAll(async () => {
    await world.close();
  });

  it('stands in the data with its source, and beside none does a page say that somebody has to check it', async () => {
    const faults: string[] = [];
    const pages = await crawl(await world.visitAs(null), MOST_PAGES_OF_ONE_KIND, (page) =>
      faults.push(...faultsOf(page)),
    );
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(100);
  }, 180_000);

  it('also on the way through the questions, in the page for danger, and on pages that refuse', async () => {
    const page = await world.visitAs(null);
    for (const path of ['/answers', '/answers/online', '/nowhere-at-all', '/answers/return']) {
      await page.open(path);
      expect(faultsOf(page)).toEqual([]);
      expect(page.find('.candour-footer .candour-help a').length).toBe(lines.length);
    }
    await page.open('/answers/online');
    for (const choice of [undefined, 'Myself', 'Anonymous', 'Yes']) {
      if (choice !== undefined) page.choose(choice);
      await page.press();
      expect(faultsOf(page)).toEqual([]);
    }
    expect(page.heading).toBe('Get help now');
    for (const { action, whoMayCome } of lines) {
      expect(page.text).toContain(action);
      expect(page.text).toContain(whoMayCome);
    }
  });

  it('is offered to staff in one line, with the way to who may come', async () => {
    const page = await world.visitAs('handler');
    expect(page.find('.candour-footer .candour-help').length).toBe(0);
    expect(page.find('.candour-footer').text()).toContain('Use 999 BSL');
    expect(page.find('.candour-footer a[href="/help-now"]').text()).toBe(
      'Who may call the police or an ambulance',
    );
    expect(faultsOf(page)).toEqual([]);
  });

  function faultsOf(page: PageReader): readonly string[] {
    return numbersShown(page).flatMap(({ number, doubted }) => [
      ...(known.has(number)
        ? []
        : [`${page.path} shows ${number}, which is not in register/help-lines.yaml`]),
      ...(doubted ? [`${page.path} shows ${number} and says that it is being checked`] : []),
    ]);
  }
});

/** The numbers that the words of a line name, such as 116123 or 18001111. */
function numbersIn(words: string): readonly string[] {
  return (words.match(/\d[\d ]*\d/g) ?? []).map(bare);
}
