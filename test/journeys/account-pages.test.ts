import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { aPerson } from '../support/people.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

describe('The pages for signing in, for one’s own account and for keeping people', () => {
  let world: RunningCandour;
  let screen: NarrowScreen;

  beforeAll(async () => {
    [world, screen] = await Promise.all([runningCandour(), NarrowScreen.open()]);
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it.each(['/sign-in', '/join'])('have no barriers for a visitor, empty or in error: %s', async (path) => {
    await lookAt(path);
  });

  it('have no barriers for an administrator, empty or in error', async () => {
    const { page: administrator } = await signedIn(world, 'ADMIN');
    const { id } = await aPerson(world.app);
    const own = ['passphrase', 'code-generator', 'recovery-codes', 'tokens/new'];
    const kept = ['new', `${id}/grant`, `${id}/way-back`];
    for (const path of [...own.map((name) => `/account/${name}`), ...kept.map((name) => `/people/${name}`)])
      await lookAt(path, administrator);
  }, 180_000);

  it('are looked at as whoever is signed in has them, whoever was looked at before', async () => {
    const { page: administrator } = await signedIn(world, 'ADMIN');
    const { page: reviewer } = await signedIn(world, 'REVIEWER');
    for (const [reader, expected] of [
      [undefined, '/sign-in'],
      [administrator, '/people'],
      [reviewer, '/people'],
      [undefined, '/sign-in'],
      [administrator, '/people'],
    ] as const) {
      const shown = await screen.show(`${world.address}/people`, reader);
      if (!shown) return;
      const heading = await shown.locator('h1').innerText();
      await reader?.open('/people');
      expect([new URL(shown.url()).pathname, heading]).toEqual([expected, reader?.heading ?? heading]);
    }
  }, 60_000);

  /** Looks at the page as it opens, and again after its form was sent empty. */
  async function lookAt(path: string, reader?: PageReader): Promise<void> {
    const page = await screen.show(world.address + path, reader);
    if (!page) return;
    expect([path, await pageFaults(page)]).toEqual([path, []]);
    await page.locator('main form[novalidate] button:not([type=button])').first().click();
    expect([path, await page.title()]).toEqual([path, expect.stringMatching(/^Error: /)]);
    expect([path, 'in error', await pageFaults(page)]).toEqual([path, 'in error', []]);
  }
});
