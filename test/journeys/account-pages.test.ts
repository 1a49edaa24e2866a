import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { pageFaults } from '../support/page-faults.js';
import { aPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

describe('The pages for signing in, for one’s own account and for keeping people', () => {
  let world: RunningCandour;
  let browser: Browser | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    [world, browser] = await Promise.all([runningCandour(), launchBrowser()]);
    const context = await browser?.newContext({ viewport: { width: 320, height: 900 } });
    page = await context?.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await world.close();
  });

  it.each(['/sign-in', '/join'])('have no barriers for a visitor, empty or in error: %s', async (path) => {
    await lookAt(path);
  });

  it('have no barriers for an administrator, empty or in error', async () => {
    const { page: administrator } = await signedIn(world, 'ADMIN');
    const { id } = await aPerson(world.app);
    await page?.setExtraHTTPHeaders({ cookie: administrator.cookies.header() });
    await lookAt('/account/passphrase');
    await lookAt('/account/code-generator');
    await lookAt('/account/recovery-codes');
    await lookAt('/account/tokens/new');
    await lookAt('/people/new');
    await lookAt(`/people/${id}/grant`);
    await lookAt(`/people/${id}/way-back`);
  }, 180_000);

  /** Looks at the page as it opens, and again after its form was sent empty. */
  async function lookAt(path: string): Promise<void> {
    if (!page) return;
    await page.goto(world.address + path);
    expect([path, await pageFaults(page)]).toEqual([path, []]);
    await page.locator('main form[novalidate] button:not([type=button])').first().click();
    expect([path, await page.title()]).toEqual([path, expect.stringMatching(/^Error: /)]);
    expect([path, 'in error', await pageFaults(page)]).toEqual([path, 'in error', []]);
  }
});
