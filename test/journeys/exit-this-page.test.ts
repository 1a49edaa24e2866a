import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { OPERATOR } from '../../src/identity/actor.js';
import { COOKIES } from '../../src/platform/cookies/site-cookies.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { aReader } from '../concerns/support.js';
import { launchBrowser } from '../support/browser.js';
import { httpsFront, inProduction, PUBLIC_ADDRESS, type HttpsFront } from '../support/https-front.js';
import { signedIn as somebodyWhoReads } from '../support/signed-in.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const WORDS = 'They came to my door at night.';
const OPENED_BY_KEYS = [
  ...[
    '/answers',
    '/answers/words',
    '/answers/check',
    '/answers/sent',
    '/answers/sent?as=digits',
    '/answers/notes',
  ],
  ...['/answers/yours', '/answers/yours/sharing', '/answers/yours/back', '/answers/yours/passed-on'],
];

let candour: RunningCandour;
let front: HttpsFront;
let browser: Browser | undefined;

beforeAll(async () => {
  candour = await runningCandour({ variables: await inProduction() });
  await somebodyWhoReads(candour, 'CONCERN_HANDLER');
  await candour.superuser.query('DELETE FROM identity.session');
  await aReader(candour.superuser);
  front = await httpsFront(candour.address);
  browser = await launchBrowser(front.browserArguments);
});

afterAll(async () => {
  await browser?.close();
  front.close();
  await candour.close();
});

describe.each([{ scripts: true }, { scripts: false }])(
  'Somebody leaves with “Exit this page”, over https, in production, scripts $scripts,',
  ({ scripts }) => {
    it('after sending, seeing the code and reading their words: nothing opens them again', () =>
      inBrowser(scripts, async (page, context) => {
        await written(page);
        const kept = [await cookiesOf(context)];
        const code = await sentAndOpened(page);
        expect(await page.textContent('main')).toContain(WORDS);
        kept.push(await cookiesOf(context));
        await exit(page, context);
        await expectNothingBehind(page, [WORDS, code]);
        for (const cookies of kept) await expectNothingFor(cookies, [WORDS, code]);
      }));

    it('in the middle of their answers: these are deleted, and the old key keeps nothing more', () =>
      inBrowser(scripts, async (page, context) => {
        await written(page);
        const kept = await cookiesOf(context);
        await page.goto(at('/answers/words'));
        const token = await page.getAttribute('main input[name=_csrf]', 'value');
        await exit(page, context);
        await expectNothingBehind(page, [WORDS]);
        await expectNothingFor(kept, [WORDS]);
        const sent = new URLSearchParams({ _csrf: token ?? '', words: 'Sent before they left.' });
        const late = await asked('/answers/words', kept, { method: 'POST', body: sent });
        expect(late.status).toBe(410);
        await expectNothingFor(kept, ['Sent before they left.']);
        const { rows } = await candour.superuser.query('SELECT FROM concerns.draft');
        expect(rows).toEqual([]);
      }));

    it('signed in: the session ends, and a kept copy of it opens nothing', () =>
      inBrowser(scripts, async (page, context) => {
        const email = await signedIn(page);
        const kept = await cookiesOf(context);
        expect(await (await asked('/account', kept)).text()).toContain(email);
        await page.goto(at('/answers/online'));
        await exit(page, context);
        await expectNothingBehind(page, [email]);
        expect((await asked('/account', kept)).headers.get('location')).toContain('/sign-in');
        const { rows } = await candour.superuser.query('SELECT FROM identity.session');
        expect(rows).toEqual([]);
      }));
  },
);

describe('Somebody leaves over https in another way', () => {
  it('in one of two windows, and the other leaves with it', () =>
    inBrowser(true, async (page, context) => {
      await written(page);
      const other = await context.newPage();
      await other.goto(at('/answers/words'));
      await exit(page, context);
      await other.waitForURL('https://www.bbc.co.uk/weather');
    }));

  it.each([
    ['/answers/sent', 'I have kept them'],
    ['/answers/yours', 'Close this'],
  ])('from %s with “%s”, and a kept copy opens nothing', (path, words) =>
    inBrowser(true, async (page, context) => {
      await written(page);
      const code = await sentAndOpened(page);
      const kept = await cookiesOf(context);
      await page.goto(at(path));
      await page.click(`button:has-text("${words}")`);
      await expectNothingFor(await cookiesOf(context), [WORDS, code]);
      await expectNothingFor(kept, [WORDS, code]);
    }),
  );
});

/** Opens a window of a browser that keeps what it is sent; every cookie that it is sent must die with the browser. */
async function inBrowser(
  scripts: boolean,
  visit: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  if (!browser) return;
  const context = await browser.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: scripts });
  context.setDefaultTimeout(20_000);
  try {
    await visit(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Begins, and says something in one's own words. */
async function written(page: Page): Promise<void> {
  await page.goto(at('/answers'));
  await page.click('main a:has-text("Start")');
  await page.click('main button:has-text("Continue")');
  await page.waitForURL('**/answers/who');
  await page.goto(at('/answers/words'));
  await page.fill('main textarea', WORDS);
  await page.click('main button:has-text("Continue")');
  await page.waitForURL((address) => address.pathname !== '/answers/words');
}

/** Sends what was said, opens it with the receipt, and gives back the secret code. */
async function sentAndOpened(page: Page): Promise<string> {
  await page.goto(at('/answers/check'));
  await page.click('button:has-text("Send")');
  const [reference, code] = [await textAt(page, '#reference'), await textAt(page, '#code')];
  await page.goto(at('/answers/return'));
  await page.fill('[name=reference]', reference);
  await page.fill('[name=secret]', code);
  await page.click('main button');
  return code;
}

async function signedIn(page: Page): Promise<string> {
  const email = `${String(Math.random()).slice(2)}@example.org`;
  const person = { name: 'Staff Member', email };
  const { joiningCode } = await candour.app.get(PeopleService).add(OPERATOR, person);
  const passphrase = 'lamp river seven teapot';
  await page.goto(at('/join'));
  await page.fill('[name=email]', email);
  await page.fill('[name=code]', joiningCode);
  await page.fill('[name=passphrase]', passphrase);
  await page.click('main button:has-text("Set passphrase")');
  await page.fill('[name=email]', email);
  await page.fill('[name=passphrase]', passphrase);
  await page.click('main button:has-text("Continue")');
  await page.goto(at('/account'));
  expect(await page.textContent('main')).toContain(email);
  return email;
}

async function exit(page: Page, context: BrowserContext): Promise<void> {
  const before = await cookiesOf(context);
  expect(before.length).toBeGreaterThan(0);
  for (const { name, expires } of before) {
    expect({ name, expires }).toEqual({ name, expires: -1 });
    expect(Object.keys(COOKIES).map((cookie) => `__Host-${cookie}`)).toContain(name);
  }
  await page.click('[data-candour-exit]');
  await page.waitForURL('https://www.bbc.co.uk/weather');
  for (let looked = 0; looked < 50 && (await cookiesOf(context)).length > 0; looked += 1) await pause(100);
  expect(await cookiesOf(context)).toEqual([]);
}

/** Goes back through everything that this window has shown. */
async function expectNothingBehind(page: Page, secrets: readonly string[]): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    const went = await page.goBack();
    const shown = await page.content();
    for (const secret of secrets) expect(shown).not.toContain(secret);
    if (went === null) return;
  }
}

/** Somebody else asks with cookies that they copied. */
async function expectNothingFor(cookies: KeptCookies, secrets: readonly string[]): Promise<void> {
  for (const path of OPENED_BY_KEYS) {
    const answer = await asked(path, cookies);
    const shown = await answer.text();
    for (const secret of secrets) expect({ path, shown }).not.toMatchObject({ shown: containing(secret) });
    if (path !== '/answers') expect({ path, status: answer.status }).not.toEqual({ path, status: 200 });
  }
}

type KeptCookies = readonly { readonly name: string; readonly value: string; readonly expires: number }[];

async function cookiesOf(context: BrowserContext): Promise<KeptCookies> {
  return (await context.cookies(PUBLIC_ADDRESS)).map(({ name, value, expires }) => ({
    name,
    value,
    expires,
  }));
}

function asked(path: string, cookies: KeptCookies, more: RequestInit = {}): Promise<Response> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return fetch(candour.address + path, { ...more, redirect: 'manual', headers: { cookie } });
}

async function textAt(page: Page, selector: string): Promise<string> {
  return ((await page.textContent(selector)) ?? '').trim();
}

function containing(text: string): unknown {
  return expect.stringContaining(text);
}

function at(path: string): string {
  return PUBLIC_ADDRESS + path;
}
