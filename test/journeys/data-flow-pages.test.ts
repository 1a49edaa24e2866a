import type { Page } from 'playwright-core';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { policeFlow, signed, submittedFlow, underReview } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';

/** What people type, and what is kept of it; null for what is refused. */
const ODD: readonly (readonly [name: string, typed: string, kept: string | null])[] = [
  ['a face', '😀 a face', '😀 a face'],
  ['words written from right to left', '\u202Eegassem', '\u202Eegassem'],
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a template', '{{ 7 * 7 }}', '{{ 7 * 7 }}'],
  [
    'a statement for a database',
    "'; DROP TABLE data_sharing.data_flow; --",
    "'; DROP TABLE data_sharing.data_flow; --",
  ],
  ['a formula', '=HYPERLINK("http://example.org")', '=HYPERLINK("http://example.org")'],
  ['spaces', '  spaces round it  ', '  spaces round it  '],
  ['the word null', 'null', 'null'],
  ['a zero', '0', '0'],
  ['an accent of two signs', 'é as two signs', 'é as two signs'],
  ['two lines', 'one\r\ntwo', 'one\ntwo'],
  ['signs of other languages', '&amp; and %00', '&amp; and %00'],
  ['one long word', 'w'.repeat(1900), 'w'.repeat(1900)],
  ['a hidden sign', 'NUL \u0000 inside', null],
  ['nothing but spaces', '   ', null],
  ['more than fits', 'x'.repeat(10_001), null],
];
/** Words that may be said of a flow, and are no reason for anything. */
const SAYS_NOTHING = ['a template', 'the word null', 'a zero', 'one long word'];

describe('The pages on which data flows are signed, examined and told', () => {
  let world: ServedReviewWorld;
  let scheme: string;
  let screen: NarrowScreen;
  let longWords: Uuid | undefined;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    await underReview(world);
    const visitor = await new PageReader(world.address).open('/deployments');
    scheme = (await visitor.follow('Example joint response team')).path;
  });

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it.each(ODD)('odd words are kept or refused and never break a page: %s', async (name, odd, kept) => {
    const id = await submittedFlow(world, policeFlow());
    const guardian = await world.reader('guardian');
    await guardian.open(`/flows-to-sign/${id}/caldicott-guardian`);
    guardian.choose('I refuse it').fill('Your reasons', odd);
    await guardian
      .fill('Do you disagree with anything in this flow, or with how it was decided?', odd)
      .press();
    expect([guardian.status, guardian.issues.length > 0]).toEqual(kept === null ? [422, true] : [200, false]);
    if (kept !== null) expect(guardian.find('blockquote').first().text()).toBe(kept);
    const lead = await world.reader('lead');
    await lead.open(`/examined-flows/${id}`);
    await lead.follow('Override R-');
    await lead
      .fill('Why should this result weigh otherwise?', odd)
      .fill('What does that rest on?', odd)
      .press();
    const refused = kept === null || SAYS_NOTHING.includes(name);
    expect(lead.status).toBe(refused ? 422 : 200);
    if (refused && kept !== null) expect(lead.find('textarea').first().val()).toBe(kept);
    const visitor = await new PageReader(world.address).open(`${scheme}/data-sharing`);
    expect(visitor.status).toBe(200);
    expect(visitor.find('script:not([src])')).toHaveLength(0);
  });

  it.each([
    ['guardian', (id: Uuid) => ['/flows-to-sign', `/flows-to-sign/${id}`], false],
    ['guardian', (id: Uuid) => [`/flows-to-sign/${id}/caldicott-guardian`], true],
    ['executive', (id: Uuid) => [`/flows-to-sign/${id}/executive-approver`], true],
    ['first', () => ['/examined-flows', `${scheme}/data-sharing/matrix`], false],
    ['first', () => [`${scheme}/data-sharing/matrix?outcome=FAIL&group=CF&kind=L`], false],
    ['first', (id: Uuid) => [`/examined-flows/${id}?asAt=2026-11-01`], false],
    ['first', (id: Uuid) => [`/examined-flows/${id}?asAt-day=1&asAt-month=13&asAt-year=2026`], false],
    ['lead', (id: Uuid) => [`/examined-flows/${id}/judge-anew`], true],
    [null, () => [`${scheme}/data-sharing`], false],
  ] as const)('have no barriers and no sideways scroll for %s', async (part, pathsOf, press) => {
    longWords ??= await flowOfLongWords();
    expect(await faultsOf(part, pathsOf(longWords), press)).toEqual([]);
  });

  it('have none for a lead who overrides, with faults and without', async () => {
    longWords ??= await flowOfLongWords();
    const lead = await (await world.reader('lead')).open(`/examined-flows/${longWords}`);
    const { path } = await lead.follow('Override R-');
    expect(await faultsOf('lead', [path], true)).toEqual([]);
  });

  async function flowOfLongWords(): Promise<Uuid> {
    const id = await submittedFlow(world, policeFlow({ title: 'W'.repeat(180), necessityText: '' }));
    await signed(world, 'officer', id, { dissent: `I see it otherwise. ${'w'.repeat(300)}` });
    return id;
  }

  async function faultsOf(
    part: Part | null,
    paths: readonly string[],
    press: boolean,
  ): Promise<readonly string[]> {
    const reader = part === null ? undefined : await world.reader(part);
    const faults: string[] = [];
    for (const path of paths) {
      const page = await screen.show(world.address + path, reader);
      if (!page) return [];
      if (press) await sentEmpty(page);
      faults.push(...(await pageFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    return faults;
  }
});

async function sentEmpty(page: Page): Promise<void> {
  await page.locator('main button[type=submit], main form button').last().click();
  await page.locator('.nhsuk-error-summary').waitFor();
}
