import type { Browser, Page } from 'playwright-core';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { ScoringService } from '../../src/reviews/blind-scoring/scoring.service.js';
import { launchBrowser } from '../support/browser.js';
import { KeysPressed } from '../support/keys-pressed.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { scoresFor, servedReviewWorld, submittedReview, type ServedReviewWorld } from '../support/reviews.js';
import { statementsCounted } from '../support/statements-counted.js';

const GRADE =
  'A – A record made at the time, confirmed by an independent source (for example an audit log and a patient’s account).';

describe('A reviewer at the desk, without scripts', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];
  let browser: Browser | undefined;
  let screen: NarrowScreen;

  beforeAll(async () => {
    [world, browser, screen] = await Promise.all([servedReviewWorld(), launchBrowser(), NarrowScreen.open()]);
    ({ reviewId, criteria } = await submittedReview(world));
  });

  afterAll(async () => {
    await browser?.close();
    await screen.close();
    await world.close();
  });

  async function atDesk(): Promise<Page | undefined> {
    const reader = await world.reader('first');
    const context = await browser?.newContext({ javaScriptEnabled: false });
    const cookies = reader.cookies
      .header()
      .split('; ')
      .map((pair) => pair.split('=', 2));
    await context?.addCookies(
      cookies.map(([name = '', value = '']) => ({ name, value, url: world.address })),
    );
    return context?.newPage();
  }

  it('gives one score after another by keyboard, with at most eight keys besides the words of the reason', async () => {
    const page = await atDesk();
    if (!page) return;
    await page.goto(`${world.address}/reviews/${reviewId}/scores`);
    await page.getByRole('link', { name: 'Score next' }).click();
    await page.waitForURL(/scores\/SIM-/);
    const met: string[] = [];
    for (const [score, grade, sure] of [
      ['0', 'e', 'l'],
      ['2', 'b', 'h'],
      ['u', 'd', 'm'],
    ] as const) {
      met.push(new URL(page.url()).pathname);
      const keys = await KeysPressed.on(page);
      await keys.holdingAlt(score, grade, sure, 'w');
      await keys.words('The rota names an officer.');
      await keys.holdingAlt('s');
      await page.waitForURL((url) => url.pathname !== met.at(-1));
      expect(keys.pressed).toBeLessThanOrEqual(8);
    }
    expect(new Set(met).size).toBe(3);
    const { rows } = await world.superuser.query(
      'SELECT score, grade, confidence, rationale FROM reviews.score WHERE review_id = $1 ORDER BY id',
      [reviewId],
    );
    const rationale = 'The rota names an officer.';
    expect(rows).toEqual([
      { score: '0', grade: 'E', confidence: 'low', rationale },
      { score: '2', grade: 'B', confidence: 'high', rationale },
      { score: 'U', grade: 'D', confidence: 'medium', rationale },
    ]);
  });

  it('narrows the list to what has no score, to what they were not sure of and by words, and goes on within it', async () => {
    const reader = await (await world.reader('second')).open(`/reviews/${reviewId}/scores`);
    await reader.fill('Words of the code or the wording', 'SIM-POL').press('Show');
    const found = reader.find('.nhsuk-task-list__link').length;
    expect(found).toBe(criteria.filter((code) => code.startsWith('SIM-POL')).length);
    await reader.follow('Score next');
    const first = reader.heading;
    reader
      .choose('2 – Mostly consistent')
      .choose(GRADE)
      .choose('Not sure')
      .fill('Why?', 'The papers say so.');
    await reader.press('Save and continue');
    expect(reader.notice).toContain('was saved');
    expect(reader.heading).toContain('SIM-POL');
    expect(reader.heading).not.toBe(first);
    await reader.open(`/reviews/${reviewId}/scores?show=unscored&q=SIM-POL`);
    expect(reader.find('.nhsuk-task-list__link').length).toBe(found - 1);
    await reader.open(`/reviews/${reviewId}/scores?show=not-sure`);
    expect(reader.text).toContain('Scored: 2, not sure');
    expect(reader.find('.nhsuk-task-list__link').length).toBe(1);
    expect((await reader.open(`/reviews/${reviewId}/scores?show=everything`)).status).toBe(422);
  });

  it('says why they change a score, reads what they saved before, and loses no word to a fault', async () => {
    const reader = await (await world.reader('lived')).open(`/reviews/${reviewId}/scores/SIM-POL-01`);
    expect(reader.text).not.toContain('Why do you change your score?');
    reader
      .choose('0 – Not consistent')
      .choose(GRADE)
      .choose('Sure')
      .fill('Why?', 'The rota names an officer.');
    await reader.press('Save and continue');
    await reader.open(`/reviews/${reviewId}/scores/SIM-POL-01`);
    reader.choose('3 – Consistent').fill('Why?', 'Nobody came.');
    await reader.press('Save and continue');
    expect(reader.status).toBe(422);
    expect(reader.issues).toEqual(['Say why you change your score']);
    expect(reader.text).toContain('Nobody came.');
    await reader
      .fill('Why do you change your score?', 'The rota is of another team.')
      .press('Save and continue');
    expect(reader.notice).toContain('SIM-POL-01 was saved');
    await reader.open(`/reviews/${reviewId}/scores/SIM-POL-01`);
    expect(reader.text).toContain('Changed because: The rota is of another team.');
    expect(reader.text).toContain('The rota names an officer.');
    await reader.fill('Why?', 'Nobody came, the ward says.').press('Save and continue');
    expect(reader.notice).toContain('SIM-POL-01 was saved');
  });

  it('still has their words before them when they locked in another window', async () => {
    const reader = await (await world.reader('second')).open(`/reviews/${reviewId}/scores/SIM-POL-02`);
    const scoring = world.service(ScoringService);
    await scoring.scoreAll(await world.as('second'), reviewId, scoresFor(criteria));
    await scoring.lock(await world.as('second'), reviewId);
    reader.choose('0 – Not consistent').choose(GRADE).choose('Sure').fill('Why?', 'Words that took an hour.');
    await reader.press('Save and continue');
    expect(reader.status).toBe(409);
    expect(reader.text).toContain('Words that took an hour.');
  });

  it('asks the database as often for a review of every criterion as for one', async () => {
    const reader = await world.reader('lived');
    const asked = async (path: string): Promise<number> => {
      await reader.open(path);
      return statementsCounted(() => reader.open(path));
    };
    const few = await asked(`/reviews/${reviewId}/scores?q=SIM-POL-01`);
    expect(await asked(`/reviews/${reviewId}/scores`)).toBe(few);
    expect(few).toBeLessThanOrEqual(MOST_STATEMENTS);
    expect(await asked(`/reviews/${reviewId}/scores/SIM-POL-01`)).toBeLessThanOrEqual(MOST_STATEMENTS + 1);
  });

  it.each(['scores', 'scores/SIM-POL-01', 'scores?show=not-sure'])(
    'has no barrier and no sideways scroll at 320 and 1280 pixels: %s',
    async (path) => {
      const reader = await world.reader('lived');
      const found = await screen.faultsOf(`${world.address}/reviews/${reviewId}/${path}`, reader);
      expect([...found, ...(await screen.faultsWhenWide())]).toEqual([]);
    },
  );
});

const MOST_STATEMENTS = 14;
