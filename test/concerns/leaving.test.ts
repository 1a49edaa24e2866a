import { EndedKeysQueries } from '../../src/concerns/admitting/ended-keys.queries.js';
import { DraftsQueries } from '../../src/concerns/filing/drafts.queries.js';
import { FilingSeed } from '../../src/concerns/filing/filing-seed.js';
import { PageReader } from '../support/page-reader.js';
import { TestClock } from '../support/reviews.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const MINUTE = 60_000;
const WORDS = 'It was at night.';

describe('The keys that a browser has to somebody’s answers', () => {
  const clock = new TestClock();
  let candour: RunningCandour;

  beforeAll(async () => {
    candour = await runningCandour({ clock });
  });

  afterAll(() => candour.close());

  it('show the code for half an hour after sending, whatever the browser keeps', async () => {
    const page = await sent();
    const code = page.find('#code').text().trim();
    clock.pass(29 * MINUTE);
    expect((await page.open('/answers/sent')).html).toContain(code);
    clock.pass(2 * MINUTE);
    expect((await page.open('/answers/sent')).path).toBe('/answers/return');
    expect((await page.open('/answers/notes')).html).not.toContain(code);
  });

  it('show the code with the key from before sending, where the answer to it was lost, on that day only', async () => {
    const page = await written();
    const kept = page.cookies.header();
    await page.open('/answers/check');
    await page.press('Send');
    const code = page.find('#code').text().trim();
    expect(await shownWith(kept, '/answers/sent')).toContain(code);
    clock.pass((12 * 60 + 1) * MINUTE);
    expect(await shownWith(kept, '/answers/sent')).not.toContain(code);
    expect(await shownWith(kept, '/answers/notes')).not.toContain(code);
  });

  it('open a concern for half an hour after its code was entered, whatever the browser keeps', async () => {
    const page = await returned();
    clock.pass(29 * MINUTE);
    expect((await page.open('/answers/yours')).text).toContain(WORDS);
    clock.pass(2 * MINUTE);
    expect((await page.open('/answers/yours')).path).toBe('/answers/return');
  });

  it('end when the code is entered again, so that one browser has one pass', async () => {
    const page = await sent();
    const receipt = receiptOn(page);
    await enter(page, receipt);
    const kept = page.cookies.header();
    expect(await shownWith(kept, '/answers/yours')).toContain(WORDS);
    await enter(page, receipt);
    expect(await shownWith(kept, '/answers/yours')).not.toContain(WORDS);
    expect(page.text).toContain(WORDS);
  });

  it('bring nothing back that leaving deleted, whichever of the two arrives first', async () => {
    const [drafts, ended] = [candour.app.get(DraftsQueries), candour.app.get(EndedKeysQueries)];
    for (let round = 0; round < 20; round += 1) {
      const seed = FilingSeed.fresh();
      await drafts.add(seed, { words: 'before' });
      await Promise.all([
        drafts.add(seed, { words: WORDS }),
        ended.end(seed.draftId, { days: 31 }),
        drafts.add(seed, { more: WORDS }),
      ]);
      expect(await drafts.read(seed)).toBeNull();
      expect(await drafts.add(seed, { words: WORDS })).toBeNull();
    }
  });

  it('are computed by nobody: the seed is in no cookie', async () => {
    const page = await written();
    const carried = /answers=([^;]*)/.exec(page.cookies.header())?.[1] ?? '';
    expect(FilingSeed.from(carried)).toBeNull();
    expect(carried.length).toBeGreaterThan(43);
  });

  it('are remembered as ended for as long as they could open anything, and no longer', async () => {
    const ended = candour.app.get(EndedKeysQueries);
    await candour.superuser.query('DELETE FROM concerns.ended_key');
    const page = await written();
    await page.open('/answers');
    await page.press('Delete what you typed');
    const { rows } = await candour.superuser.query<Record<string, unknown>>(
      'SELECT * FROM concerns.ended_key',
    );
    expect(rows.map((row) => Object.keys(row))).toEqual([['id', 'forget_on']]);
    clock.pass(31 * 24 * 60 * MINUTE);
    await ended.removeExpired();
    expect(await remembered()).toBe(1);
    clock.pass(24 * 60 * MINUTE);
    await ended.removeExpired();
    expect(await remembered()).toBe(0);
  });

  async function written(): Promise<PageReader> {
    const page = await new PageReader(candour.address).open('/answers/online');
    await page.press();
    await page.open('/answers/words');
    return page.fill('Tell us in your own words', WORDS).press();
  }

  async function sent(): Promise<PageReader> {
    const page = await written();
    await page.open('/answers/check');
    return page.press('Send');
  }

  async function returned(): Promise<PageReader> {
    const page = await sent();
    return enter(page, receiptOn(page));
  }

  function receiptOn(page: PageReader): readonly [reference: string, code: string] {
    return [page.find('#reference').text().trim(), page.find('#code').text().trim()];
  }

  async function enter(page: PageReader, [reference, code]: readonly [string, string]): Promise<PageReader> {
    await page.open('/answers/return');
    return page.fill('Reference', reference).fill('Code', code).press();
  }

  async function shownWith(cookie: string, path: string): Promise<string> {
    return (await fetch(candour.address + path, { headers: { cookie }, redirect: 'manual' })).text();
  }

  async function remembered(): Promise<number> {
    const { rows } = await candour.superuser.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM concerns.ended_key',
    );
    return rows[0]?.n ?? -1;
  }
});
