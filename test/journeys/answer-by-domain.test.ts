import type { Uuid } from '../../src/kernel/identifiers.js';
import { SelfReviewQueries } from '../../src/reviews/self-review/self-review.queries.js';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { launchBrowser } from '../support/browser.js';
import { faultsWhenWide, pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, startedReview, type Part, type ServedReviewWorld } from '../support/reviews.js';

const MOSTLY = '2 – Mostly consistent';
const RECORD = 'B – A record made at the time, from one party.';

describe('A trust answers a domain on one page, and everybody reads all of it on one page before it is signed', () => {
  let world: ServedReviewWorld;
  let reviewId: Uuid;
  let criteria: readonly string[];
  let trust: PageReader;

  beforeAll(async () => {
    world = await servedReviewWorld();
  });

  beforeEach(async () => {
    ({ reviewId, criteria } = await startedReview(world));
    trust = await world.reader('submitter');
  });

  afterAll(() => world.close());

  async function answered(): Promise<ReadonlyMap<string, string>> {
    const found = await world.service(SelfReviewQueries).answers(await world.as('submitter'), reviewId);
    return new Map(
      found.map(({ criterion, score, grade, reason }) => [
        criterion,
        `${score ?? ''}${grade ?? ''} ${reason}`,
      ]),
    );
  }

  async function inDomain(domain: string): Promise<PageReader> {
    return trust.open(`/reviews/${reviewId}/answers/domains/${domain}`);
  }

  it('in at most 25 pages for a whole self-review, its three signatures and the receipt among them', async () => {
    let pages = 0;
    const seen = <Reader>(page: Reader): Reader => {
      pages += 1;
      return page;
    };
    seen(await trust.open(`/reviews/${reviewId}`));
    seen(await trust.follow('Answer the criteria'));
    seen(await trust.follow('Answer all of Police role on one page'));
    while (trust.path.includes('/domains/')) {
      for (const code of codesOn(trust)) {
        trust.select(`Your score for ${code}`, MOSTLY);
        trust.select(`How strong the evidence for ${code} is`, RECORD);
        trust.fill(`Why this score for ${code}?`, `The board read of ${code} in May.`);
      }
      seen(await trust.press('Save and go on'));
    }
    expect(trust.heading).toContain('Check and submit');
    expect(trust.text).toContain('Every criterion has an answer');
    for (const part of ['guardian', 'officer', 'executive'] as const) {
      const signatory = await world.reader(part);
      seen(await signatory.open(`/reviews/${reviewId}/signatures`));
      for (const code of criteria) expect(signatory.text).toContain(`The board read of ${code} in May.`);
      signatory.choose('I attest it, or my advice was followed');
      seen(await signatory.press('Sign'));
      expect(signatory.notice).toContain('You have signed');
    }
    seen(await trust.open(`/reviews/${reviewId}/submit`));
    seen(await trust.press('Submit'));
    expect(trust.heading).toContain('What you submitted');
    expect([...(await answered()).keys()].sort()).toEqual([...criteria].sort());
    expect(pages).toBeLessThanOrEqual(25);
  });

  it('leaves what is empty as it was, and keeps every word where one answer lacks something', async () => {
    await inDomain('POL');
    trust.fill('Why this score for SIM-POL-01?', 'No officer takes part.');
    trust.select('Your score for SIM-POL-02', MOSTLY);
    trust.fill('Why this score for SIM-POL-02?', '=They met.');
    await trust.press('Save and go on');
    expect(trust.status).toBe(422);
    expect(trust.issues).toEqual([
      'SIM-POL-01: Choose a score, or take the words away',
      'SIM-POL-02: Choose how strong the evidence is, from A to E',
    ]);
    expect(trust.value('Why this score for SIM-POL-01?')).toBe('No officer takes part.');
    expect((await answered()).size).toBe(0);
    trust.select('Your score for SIM-POL-01', 'U – Cannot be verified');
    trust.select('How strong the evidence for SIM-POL-02 is', RECORD);
    await trust.press('Save and go on');
    expect(trust.notice).toBe('Police role: 2 answers were saved');
    expect(trust.path).toContain('/domains/PUN');
    expect(await answered()).toEqual(
      new Map([
        ['SIM-POL-01', 'U No officer takes part.'],
        ['SIM-POL-02', '2B =They met.'],
      ]),
    );
    await inDomain('POL');
    await trust.press('Save and go on');
    expect(trust.notice).toBe('Nothing of Police role has changed');
    const history = await world
      .service(SelfReviewQueries)
      .history(await world.as('submitter'), reviewId, 'SIM-POL-01');
    expect(history).toHaveLength(1);
  });

  it('shows what a colleague saved meanwhile beside what was typed, and writes over it only when told to', async () => {
    await inDomain('POL');
    await answer({ criterion: 'SIM-POL-01', score: 'U', reason: 'A colleague was faster.' });
    trust.select('Your score for SIM-POL-01', 'X – Not answered');
    trust.fill('Why this score for SIM-POL-01?', 'Nobody has looked.');
    await trust.press('Save and go on');
    expect(trust.status).toBe(409);
    expect(trust.text).toContain('A colleague was faster.');
    expect(trust.value('Why this score for SIM-POL-01?')).toBe('Nobody has looked.');
    expect((await answered()).get('SIM-POL-01')).toBe('U A colleague was faster.');
    await trust.press('Save and go on');
    expect((await answered()).get('SIM-POL-01')).toBe('X Nobody has looked.');
  });

  it('tells the rating that its own claims would lead to, as the published method has it, and what will be public', async () => {
    const service = world.service(SelfReviewService);
    const good = criteria.map(
      (criterion) => ({ criterion, score: '2', grade: 'B', reason: 'The board read it.' }) as const,
    );
    await service.answerAll(await world.as('submitter'), reviewId, good.slice(1));
    await trust.open(`/reviews/${reviewId}/submit`);
    expect(trust.text).toContain(
      `1 criterion has no answer. Each is submitted, and published, as “not answered”. ${String(criteria[0])}`,
    );
    expect(claimed()).not.toBe('Assured');
    await service.answerAll(await world.as('submitter'), reviewId, good.slice(0, 1));
    await trust.open(trust.path);
    expect(claimed()).toBe('Assured');
    expect(trust.text).toContain('This is by your own claims alone.');
    expect(trust.text).toContain('On 1 March 2027: every score, grade and reason below in your words');

    await answer({ criterion: 'SIM-EVD-01', score: '3', grade: 'D', reason: 'The vendor says so.' });
    await trust.open(trust.path);
    expect(trust.text).toContain('Evidence of grade D cannot verify a score, so this counts as U.');
    expect(claimed()).toBe('Improvement required');
    await trust.open(`/reviews/${reviewId}/answers`);
    expect(trust.text).toContain('Answered: 3');
  });

  it('is not there for those who do not answer, and shows nobody else a word of it', async () => {
    await answer({ criterion: 'SIM-POL-01', score: 'U', reason: 'Only we may read this.' });
    for (const part of ['first', 'guardian', 'stranger', 'lead', 'group'] satisfies readonly Part[]) {
      const reader = await (await world.reader(part)).open(`/reviews/${reviewId}/answers/domains/POL`);
      expect([part, [403, 404].includes(reader.status)]).toEqual([part, true]);
    }
    for (const part of ['first', 'stranger', 'group'] satisfies readonly Part[]) {
      const reader = await (await world.reader(part)).open(`/reviews/${reviewId}/signatures`);
      expect([part, [403, 404].includes(reader.status)]).toEqual([part, true]);
    }
    await trust.open(`/reviews/${reviewId}/answers/domains/NONE`);
    expect(trust.status).toBe(404);
  });

  it('on pages without barriers, on a small telephone and in a wide window', async () => {
    const browser = await launchBrowser();
    if (!browser) return;
    await answer({
      criterion: 'SIM-POL-01',
      score: '2',
      grade: 'B',
      reason: `They met. ${'met'.repeat(60)}`,
    });
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
    const value = /(?:^|; )candour=([^;]*)/.exec(trust.cookies.header())?.[1] ?? '';
    await page.context().addCookies([{ name: 'candour', value, url: world.address }]);
    for (const path of ['answers/domains/POL', 'answers', 'submit']) {
      await page.setViewportSize({ width: 320, height: 900 });
      await page.goto(`${world.address}/reviews/${reviewId}/${path}`);
      expect([path, ...(await pageFaults(page))]).toEqual([path]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect([path, ...(await faultsWhenWide(page))]).toEqual([path]);
    }
    await browser.close();
  });

  function claimed(): string | undefined {
    return /would rate the scheme: ([A-Z][a-z ]+)\./.exec(trust.text)?.[1];
  }

  async function answer(given: {
    criterion: string;
    score: '2' | '3' | 'U';
    grade?: 'B' | 'D';
    reason: string;
  }): Promise<void> {
    await world
      .service(SelfReviewService)
      .answer(await world.as('submitter'), reviewId, { grade: null, ...given });
  }
});

/** The criteria of the domain before the reader. */
function codesOn(reader: PageReader): string[] {
  const ids = reader.find('h2[id^="asked-"]').map((_, heading) => heading.attribs['id'] ?? '');
  return ids.get().map((id) => id.replace('asked-', ''));
}
