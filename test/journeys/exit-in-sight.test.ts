import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const PAGES = [
  '/answers',
  '/answers/online',
  '/answers/about',
  '/answers/words',
  '/answers/return',
  '/answers/no/page',
];

/** A small telephone, a desk, and a desk at 400 %. */
const WINDOWS = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
  { width: 320, height: 256 },
];

describe('“Exit this page” on every page of somebody who files', () => {
  let candour: RunningCandour;
  let browser: Browser | undefined;

  beforeAll(async () => {
    [candour, browser] = await Promise.all([runningCandour(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await candour.close();
  });

  it.each(WINDOWS)('stays in sight however far the page is scrolled, $width × $height', (window) =>
    inWindow(window, async (page) => {
      for (const path of PAGES) {
        await page.goto(candour.address + path);
        for (const part of [0, 0.3, 0.7, 1]) {
          const unseen = await page.evaluate<string>(`(() => {
            scrollTo(0, document.documentElement.scrollHeight * ${String(part)});
            const link = document.querySelector('[data-candour-exit]');
            const { left, right, top, bottom } = link.getBoundingClientRect();
            const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            const whole = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
            return seen === link && whole ? '' : [location.pathname, scrollY, top, bottom].join(' ');
          })()`);
          expect(unseen).toBe('');
        }
      }
    }),
  );

  it.each(WINDOWS)('covers nothing that has the keyboard, $width × $height', (window) =>
    inWindow(window, async (page) => {
      for (const path of PAGES) {
        await page.goto(candour.address + path);
        const count = await page.locator('a[href], button, input:not([type=hidden]), textarea').count();
        for (const key of ['Tab', 'Shift+Tab'])
          for (let press = 0; press < count; press += 1) {
            await page.keyboard.press(key);
            expect(await page.evaluate<string>(COVERED)).toBe('');
          }
      }
    }),
  );

  /** Opens a window, unless there is no browser, which `launchBrowser` has said loudly. */
  async function inWindow(
    viewport: { readonly width: number; readonly height: number },
    visit: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser?.newContext({ viewport });
    if (!context) return;
    context.setDefaultTimeout(20_000);
    try {
      await visit(await context.newPage());
    } finally {
      await context.close();
    }
  }
});

/** Of the element with the keyboard, what lies behind the way out; the way out itself is covered by nothing. */
const COVERED = `(() => {
  const bar = document.querySelector('.candour-exit');
  const focused = document.activeElement;
  if (focused === document.body || bar.contains(focused)) return '';
  const [{ bottom }, { top, height }] = [bar, focused].map((element) => element.getBoundingClientRect());
  const stuck = bar.getBoundingClientRect().top <= 0;
  return stuck && height > 0 && top < bottom ? focused.outerHTML.slice(0, 80) + ' ' + top + ' ' + bottom : '';
})()`;
