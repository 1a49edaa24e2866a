import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';

/**
 * What a machine can find wrong with a page: barriers under WCAG 2.0 to 2.2 A and AA and good practice, and a page that
 * scrolls sideways. Empty for a good page. The page's scripts may have failed to load, but must not be forbidden,
 * because the checks themselves are scripts: see `withoutScripts`. Our pages have no frames, so the mode without a page
 * of its own for the frames' results sees as much, and reporting violations alone takes half the time.
 */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES);
  const { violations } = await axe.setLegacyMode().analyze();
  const barriers = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  const sideways = await page.evaluate<string>(SIDEWAYS);
  return sideways === '' ? barriers : [...barriers, sideways];
}

/** Loads pages as a browser does that cannot fetch or run our scripts. */
export async function withoutScripts(context: BrowserContext): Promise<void> {
  await context.route('**/assets/*.js', (route) => route.abort());
}

/** What is wrong with a page in a wide window: words in tables that stand on two lines, though they hold nothing that may end one. */
export async function faultsWhenWide(page: Page): Promise<readonly string[]> {
  const broken = await page.evaluate<string[]>(BROKEN);
  const sideways = await page.evaluate<string>(SIDEWAYS);
  return [...broken.map((word) => `“${word}” is broken`), ...(sideways === '' ? [] : [sideways])];
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const SIDEWAYS = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? 'The page is ' + scrollWidth + ' pixels wide in a window of ' + clientWidth : '';
})()`;

const BROKEN = `[...document.querySelectorAll('main td, main th')].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (texts.nextNode()) {
    for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
})`;
