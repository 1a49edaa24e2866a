import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { pageFaults, withoutScripts } from '../support/page-faults.js';
import { sampleApp } from './sample.app.js';

let app: NestFastifyApplication;
let site: string;
let neutral: Server;
let leaveTo: string;
let browser: Browser | undefined;

beforeAll(async () => {
  neutral = createServer((_request, response) => response.end('weather')).listen(0);
  leaveTo = `http://127.0.0.1:${String((neutral.address() as AddressInfo).port)}/`;
  app = await sampleApp({ leaveTo });
  site = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app.close();
  neutral.close();
});

const STATES = [
  { width: 320, scripts: true },
  { width: 320, scripts: false },
  { width: 1280, scripts: true },
];

/** What a browser also says of a page that is as it should be. */
const EXPECTED = /^(Failed to load resource|Clear-Site-Data header on '[^']*\/leave')/;

/** Opens a window, unless there is no browser, which `launchBrowser` has said loudly. */
async function inWindow(
  state: { width: number; scripts: boolean | 'forbidden' },
  visit: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  if (!browser) return;
  const context = await browser.newContext({
    viewport: { width: state.width, height: 800 },
    javaScriptEnabled: state.scripts !== 'forbidden',
  });
  context.setDefaultTimeout(15_000);
  if (state.scripts === false) await withoutScripts(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  try {
    await visit(page, context);
    expect(complaints.filter((complaint) => !EXPECTED.test(complaint))).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The id of the element that has the keyboard. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.id || document.activeElement.className');
}

describe.each(STATES)('A page at $width pixels, scripts $scripts,', (state) => {
  it.each(['/', '/form', '/attach', '/quiet', '/refuse/hidden', '/refuse/fault'])(
    'has no barrier: %s',
    (path) =>
      inWindow(state, async (page) => {
        await page.goto(site + path);
        expect(await pageFaults(page)).toEqual([]);
      }),
  );

  it('has no barrier when somebody is signed in', () =>
    inWindow(state, async (page, context) => {
      await context.addCookies([{ name: 'me', value: '1', url: site }]);
      await page.goto(`${site}/`);
      expect(await page.textContent('.candour-header__who')).toContain('Sam Example');
      expect(await pageFaults(page)).toEqual([]);
    }));

  it('has no barrier with every field at fault, and leads from each fault to its box', () =>
    inWindow(state, async (page) => {
      await page.goto(`${site}/form`);
      await page.fill('#story', `a word that is ${'very'.repeat(60)} long`);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForSelector('.nhsuk-error-summary');
      expect(await pageFaults(page)).toEqual([]);
      if (!state.scripts) return;
      expect(await focused(page)).toContain('nhsuk-error-summary');
      await page.getByRole('link', { name: 'Enter the date of the review' }).click();
      expect(await focused(page)).toBe('reviewedOn-day');
    }));
});

describe('A person at the keyboard', () => {
  it('skips to the main content, and reaches every part of a wide table', () =>
    inWindow({ width: 320, scripts: true }, async (page) => {
      await page.goto(`${site}/`);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('nhsuk-skip-link');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('maincontent');
      await page.focus('.candour-scroll');
      await page.keyboard.press('ArrowRight');
      await scrolled(page, '.candour-scroll');
    }));

  it('leaves with three presses of Shift, over this page’s place in the history', () =>
    inWindow({ width: 1280, scripts: true }, async (page) => {
      await page.goto(`${site}/`);
      await page.goto(`${site}/quiet`);
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
      await page.waitForURL(leaveTo);
      await page.goBack();
      expect(page.url()).toBe(`${site}/`);
    }));

  it('leaves by an ordinary link where scripts are off', () =>
    inWindow({ width: 320, scripts: 'forbidden' }, async (page) => {
      await page.goto(`${site}/quiet`);
      await page.locator('[data-candour-exit]').click();
      await page.waitForURL(leaveTo);
    }));
});

describe('A browser without its stylesheet or script', () => {
  it('still shows the page in order and sends the form', () =>
    inWindow({ width: 320, scripts: true }, async (page) => {
      if (!browser) return;
      await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto(`${site}/form`);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForSelector('text=There is a problem');
      expect(await page.title()).toMatch(/^Error: /);
    }));
});

/** Waits until the part of the page has moved. The page's own policy lets nothing poll for it inside the page. */
async function scrolled(page: Page, part: string): Promise<void> {
  const last = Date.now() + 20_000;
  while ((await page.evaluate(`document.querySelector('${part}').scrollLeft`)) === 0) {
    if (Date.now() > last) throw new Error(`${part} did not move.`);
    await page.waitForTimeout(50);
  }
}
