import { ReadingService } from '../../src/concerns/reading/reading.service.js';
import { ReceiptCheck } from '../../src/concerns/following/receipt-check.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { PageReader } from '../support/page-reader.js';

const QUESTIONS: readonly (readonly [heading: string, answer: (page: PageReader) => PageReader])[] = [
  ['Who are you doing this for?', (page) => page.choose('Myself')],
  ['How private do you want to be?', (page) => page.choose('Anonymous')],
  ['Is anyone in danger now?', (page) => page.choose('No')],
  [
    'Which service is it about?',
    (page) => page.fill('The service, team or area in your own words', 'Invented Town'),
  ],
  ['When did it happen?', (page) => page.fillDate('When did it happen?', { year: '2020' })],
  ['Is it still happening?', (page) => page.choose('I am not sure')],
  ['What is it about?', (page) => page.choose('Care was refused or held back because of a plan')],
  ['Tell us in your own words', (page) => page.fill('Tell us in your own words', 'They would not see me.')],
  [
    'Were the police involved, and how?',
    (page) => page.fill('Were the police involved, and how?', 'An officer came.'),
  ],
  ['What happened because of it', (page) => page.choose('I stopped asking for help')],
  ['What would you like to happen?', (page) => page.choose('I want an answer')],
  ['Do you want this treated as a formal NHS complaint?', (page) => page.choose('No')],
  [
    'Who may see what',
    (page) =>
      page.choose('Yes', 'May the independent reviewers of this scheme read a summary of what you said?'),
  ],
  ['May we pass your words to the police force?', (page) => page],
  ['How would you like to hear back?', (page) => page.choose('Only here, with my receipt')],
  ['Support to use this service', (page) => page.choose('More time')],
];

describe('Somebody files a concern without an account and without scripts', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
  });

  afterAll(() => world.close());

  it('forty people on one network address can all file, and none is held', async () => {
    for (let person = 0; person < 40; person += 1) {
      const page = new PageReader(world.address);
      await page.open('/answers/online');
      await page.press();
      await page.open('/answers/about');
      await page.choose('Something else').press();
      await page.open('/answers/check');
      await page.press('Send');
      expect(page.heading).toBe('We have your answers');
    }
    expect(await count('concerns.concern WHERE held_on IS NOT NULL')).toBe(0);
  });

  it('answers one question a page, checks the answers, and keeps a receipt that opens their concern', async () => {
    const page = await checked();
    expect(page.text).toContain('They would not see me.');
    await page.press('Send');
    expect(page.heading).toBe('We have your answers');
    const receipt = receiptOn(page);
    expect(receipt.reference).toMatch(/^CND-/);
    await page.follow('save them as a text file');
    expect(page.html).toContain(receipt.secret);
    await page.open('/answers/sent');
    await page.press('I have kept them');
    await page.open('/answers/sent');
    expect(page.heading).toBe('Come back');
    expect(page.html).not.toContain(receipt.secret);

    const later = await new PageReader(world.address).open('/answers/return');
    await later.fill('Reference', receipt.reference).fill('Code', receipt.secret.toLowerCase()).press();
    expect(later.text).toContain('We have it. Nobody has worked on it yet.');
    expect(later.text).toContain('They would not see me.');
  });

  it('says yes only where they said yes', async () => {
    const page = await checked();
    await page.press('Send');
    const { reference, secret } = receiptOn(page);
    const holder = await world.app.get(ReceiptCheck).holderOf({ reference, secret, address: '192.0.2.9' });
    const own = holder && (await world.app.get(ReadingService).forHolder(holder));
    expect(own?.consents).toMatchObject([{ use: 'reviewers', given: true, turn: 1 }]);
    expect(own?.narrative).toMatchObject({
      happened: '2020',
      themes: ['PLAN_WITHHELD_CARE'],
      formalComplaint: 'no',
    });
  });

  it('meets pages that say nothing of what they are about outside the page, and that nobody keeps', async () => {
    const page = await begun();
    for (const [heading, answer] of QUESTIONS) {
      expect(page.heading).toContain(heading);
      expect(page.title).toMatch(/^Your answers/);
      expect(page.path).toMatch(/^\/answers\/[a-z-]+$/);
      expect(page.path).not.toMatch(/concern|complain|police|trust|sim/);
      expect(page.headers.get('cache-control')).toContain('no-store');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.find('a[href="/leave"]')).toHaveLength(2);
      await answer(page).press();
    }
    expect(page.heading).toBe('Check your answers');
  });

  it('can send twice and has filed once, with the same receipt', async () => {
    const page = await checked();
    const second = new PageReader(world.address);
    for (const name of page.cookies.names()) second.cookies.set(name, cookie(page, name));
    await second.open('/answers/check');
    const before = await filings();
    await Promise.all([page.press('Send'), second.press('Send')]);
    expect((await filings()) - before).toBe(1);
    expect(receiptOn(page)).toEqual(receiptOn(second));
  });

  it('goes back after sending, and other words are not taken for the first: they are kept, shown, and can be sent', async () => {
    const page = await begun();
    await page.open('/answers/about');
    const back = await page.twin().open('/answers/words');
    const about = await page.twin().open('/answers/about');
    await page.choose('Something else').press();
    await page.open('/answers/check');
    const before = await filings();
    await page.press('Send');
    const first = receiptOn(page);
    await back.fill('Tell us in your own words', 'And an officer came again.').press();
    await about.choose('Something else').press();
    await about.open('/answers/check');
    await about.press('Send');
    expect([about.status, about.heading]).toEqual([409, 'Check your answers']);
    expect(about.issues.join()).toContain('You sent other answers before');
    expect(about.text).toContain('And an officer came again.');
    expect((await filings()) - before).toBe(1);
    await about.press('Send');
    expect(about.heading).toBe('We have your answers');
    expect(receiptOn(about).reference).not.toBe(first.reference);
    expect((await filings()) - before).toBe(2);
  });

  it('leaves quickly, and what they typed is gone from the browser and from the service', async () => {
    const page = await begun();
    await page.choose('Myself').press();
    const drafts = await count('concerns.draft');
    const left = await fetch(`${world.address}/leave`, {
      headers: { cookie: page.cookies.header() },
      redirect: 'manual',
    });
    expect(left.headers.get('location')).toContain('bbc.co.uk');
    expect(await count('concerns.draft')).toBe(drafts - 1);
    expect(left.headers.getSetCookie().join()).toMatch(/answers=;/);
  });

  it('may delete what they typed', async () => {
    const page = await begun();
    await page.open('/answers');
    await page.press('Delete what you typed');
    expect(page.notice).toBe('What you typed was deleted');
    expect(page.cookies.names()).not.toContain('answers');
  });

  it('is told what is missing when nothing was said, and goes on from there', async () => {
    const page = await begun();
    await page.open('/answers/check');
    await page.press('Send');
    expect(page.status).toBe(422);
    expect(page.issues).toEqual(['Select what it is about, or say something in your own words']);
    await page.follow('Select what it is about');
    await page.choose('Something else').press();
    await page.press('Send');
    expect(page.heading).toBe('We have your answers');
  });

  it('is shown where to get help when somebody is in danger, and goes on', async () => {
    const page = await begun();
    await page.choose('Myself').press();
    await page.choose('Anonymous').press();
    await page.choose('Yes').press();
    expect(page.heading).toBe('Get help now');
    await page.follow('Continue');
    expect(page.heading).toBe('Which service is it about?');
  });

  it('who gives a way to be reached is asked for it, and a program that fills every box is held, not refused', async () => {
    const page = await begun();
    await page.open('/answers/about');
    await page.choose('Something else').press();
    await page.open('/answers/replies');
    await page.choose('By email').press();
    await page.fill('Where can we reach you?', 'somebody@example.org').press();
    await page.open('/answers/check');
    await page.fill('website', 'https://example.org').press('Send');
    expect(page.heading).toBe('We have your answers');
    const { rows } = await world.superuser.query(
      'SELECT held_on FROM concerns.concern WHERE reference = $1',
      [receiptOn(page).reference],
    );
    expect(rows).toEqual([{ held_on: expect.anything() }]);
  });

  it('reads a message, writes back, changes who may see what, and takes it back', async () => {
    const page = await checked();
    await page.press('Send');
    const { reference, secret } = receiptOn(page);
    await page.open('/answers/return');
    await page.fill('Reference', reference).fill('Code', secret).press();
    await page.fill('Your message', 'Is anybody there?').press('Send');
    expect(page.text).toContain('Is anybody there?');
    await page.follow('Change who may see what');
    await page.choose('Yes', 'May we count your concern in published numbers?').press('Save');
    expect(page.notice).toBe('Who may see what was changed');
    await page.follow('Change who may see what');
    expect(page.isChosen('Yes', 'May we count your concern in published numbers?')).toBe(true);
    expect(page.isChosen('No', 'May we pass your words to the police force?')).toBe(true);
    await page.open('/answers/yours');
    await page.follow('Take it back');
    await page.press('Take it back');
    expect(page.text).toContain('You have taken it back.');
    await page.press('Close this');
    await page.open('/answers/yours');
    expect(page.heading).toBe('Come back');
  });

  it('whatever is refused there looks as neutral as the pages, with the quick way out', async () => {
    const page = await new PageReader(world.address).open('/answers/online');
    page.fill('_csrf', 'too old');
    const refused = [
      await page.twin().press(),
      await page.twin().open('/answers/no-such-question'),
      await page.twin().open('/answers/no/such/page'),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 404, 404]);
    for (const each of refused) {
      expect(each.title).toBe('Your answers');
      expect(each.find('a[href="/leave"]')).toHaveLength(2);
      expect(each.find('.candour-navigation')).toHaveLength(0);
    }
    const elsewhere = await page.twin().open('/no-such-page');
    expect(elsewhere.title).toBe('Page not found – Candour');
    expect(elsewhere.find('a[href="/leave"]')).toHaveLength(0);
  });

  it.each([
    ['CND-0000-0000', '0000-0000-0000-00000'],
    ['', ''],
    ['x'.repeat(100), '\u{1f600}'],
  ])(
    'who enters %j and a code that does not fit is told the same, whatever does not fit',
    async (reference, secret) => {
      const page = await new PageReader(world.address).open('/answers/return');
      await page.fill('Reference', reference).fill('Code', secret).press();
      expect(page.status).toBe(422);
      expect(page.heading).toBe('Come back');
    },
  );

  async function begun(): Promise<PageReader> {
    const page = await new PageReader(world.address).open('/answers');
    await page.follow('Start');
    return page.press('Continue');
  }

  async function checked(): Promise<PageReader> {
    const page = await begun();
    for (const [, answer] of QUESTIONS) await answer(page).press();
    expect(page.heading).toBe('Check your answers');
    return page;
  }

  function receiptOn(page: PageReader) {
    return { reference: page.find('#reference').text().trim(), secret: page.find('#code').text().trim() };
  }

  function cookie(page: PageReader, name: string): string {
    return new RegExp(`${name}=([^;]*)`).exec(page.cookies.header())?.[1] ?? '';
  }

  async function filings(): Promise<number> {
    return count('concerns.concern');
  }

  async function count(table: string): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return rows[0]?.n ?? 0;
  }
});
