import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { somebody } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { PictureShown } from '../support/picture-shown.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { schemeToRecord } from '../support/scheme-to-record.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

interface UseOut {
  readonly amount: number | null;
  readonly publishedAmount: number | null;
  readonly people: number | null;
  readonly publishedPeople: number | null;
}

describe('A trust records what people used of other services, and what it cost', () => {
  let world: RunningCandour;
  let submitter: SignedIn;
  let trust: Uuid;
  let scheme: { readonly id: Uuid; readonly key: string };

  beforeAll(async () => {
    world = await runningCandour();
    ({ trust, submitter, scheme } = await schemeToRecord(world, 'Costed'));
  });

  afterAll(() => world.close());

  const at = (path = ''): string => `/deployments/${scheme.key}/cost-and-use${path}`;
  const api = (): string => `${world.address}/api/v1/deployments/${scheme.key}/cost-and-use`;
  const reader = (): PageReader => new PageReader(world.address);

  const send = (year: string, amount: number, more: object = {}): Promise<Response> =>
    fetch(api(), {
      method: 'POST',
      headers: { authorization: `Bearer ${submitter.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ used: 'MONEY', basis: 'PER_PERSON', year, amount, priceBase: '2018/19' },
        ...{ baseline: 'Y0: the year of selection', source: 'Board paper', ...more },
      }),
    });

  async function figures(token?: string): Promise<readonly UseOut[]> {
    const answer = await fetch(api(), {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    return ((await answer.json()) as { readonly entries: readonly UseOut[] }).entries;
  }

  it('on a form without scripts, with the baseline by name', async () => {
    const page = submitter.page;
    await page.open(at('/new'));
    page.select('What was used?', 'Money spent').choose('On average for one person');
    page
      .fill('In which year?', 'Y-1')
      .fill('How much?', '16200')
      .fill('On how many people does it rest?', '23');
    page.fill('With which year are the others compared, and what is that year?', 'Y0: the year of selection');
    page.fill('From where is the figure?', 'Board paper');
    await page.press('Save');
    expect(page.text).toContain('Enter in prices of which year the money is given');
    page.fill('In prices of which year?', '2018/19');
    await page.press('Save');
    expect([page.path, page.notice]).toEqual([at(), 'Figure of cost or use was saved']);
    expect((await send('Y0', 19_800, { people: 23 })).status).toBe(201);
    expect((await send('Y1', 9400)).status).toBe(201);
    expect((await send('Y2', 2600, { people: 3 })).status).toBe(201);
    expect((await send('Y2', 2700)).status).toBe(422);
    expect((await send('second year', 2700)).status).toBe(422);
  });

  it('where a fall without a comparison group shows nothing, and a unit cost is multiplied with nothing', async () => {
    const more = { used: 'S136_ASSESSMENT', unitCost: '£497 for one detention in custody' };
    await send('Y0', 4, more);
    await world.app.get(PublishingService).publish(somebody('TRUST_SUBMITTER', trust), scheme.id);
    const page = await reader().open(at());
    expect(page.text).toContain('improve without any help (regression to the mean)');
    expect(page.text).toContain('Nobody has said on how many people some of these figures rest.');
    expect(page.text).toContain('£497 for one detention in custody');
    expect(page.text).not.toMatch(/1,988|saving|%/i);
  });

  it('and an average of few people is read by the trust and auditors alone', async () => {
    const auditor = await signedIn(world, 'AUDITOR');
    const other = await signedIn(world, 'TRUST_SUBMITTER');
    for (const token of [undefined, other.token]) {
      const told = await figures(token);
      expect(told.map(({ amount, people }) => [amount, people])).toEqual(told.map(() => [null, null]));
      expect(told.map(({ publishedAmount }) => publishedAmount).join()).toBe('16200,19800,9400,,4');
      expect(told.map(({ publishedPeople }) => publishedPeople).join()).toBe('25,25,,5,');
    }
    for (const token of [submitter.token, auditor.token]) {
      expect((await figures(token)).map(({ amount }) => amount).join()).toBe('16200,19800,9400,2600,4');
      expect((await figures(token)).map(({ people }) => people).join()).toBe('23,23,,3,');
    }
    await expect(asPublic('SELECT amount FROM spending.figure')).rejects.toThrow('permission denied');
    await expect(asPublic('SELECT people FROM spending.figure')).rejects.toThrow('permission denied');
  });

  it('in picture, table and file alike', async () => {
    const page = await reader().open(at());
    const shown = [...page.html.matchAll(/<figure class="candour-picture" id="([^"]+)"/g)].map(
      ([, id]) => new PictureShown(page.html, id ?? ''),
    );
    expect(shown).toHaveLength(2);
    for (const picture of shown) {
      expect(picture.faults()).toEqual([]);
      const file = await (await fetch(`${world.address}${picture.csv}`)).text();
      expect(picture.differencesFromFile(file)).toEqual([]);
    }
    expect(shown[0]?.rows.map(([, said]) => said)).toEqual(['£16,200', '£19,800', '£9,400', 'Not published']);
    const csv = await (await fetch(`${world.address}${at('.csv')}`)).text();
    expect(csv).not.toContain('2600');
  });

  it('and nobody but the trust says anything of it', async () => {
    const other = await signedIn(world, 'TRUST_SUBMITTER');
    expect((await other.page.open(at('/new'))).status).toBe(403);
    const { discrepancies } = await world.app.get(Verification).run();
    expect(discrepancies.filter(({ about }) => about.kind === 'use-figure')).toEqual([]);
  });

  async function asPublic(text: string): Promise<readonly object[]> {
    await world.superuser.query('BEGIN; SET LOCAL ROLE candour_public');
    try {
      return (await world.superuser.query<object>(text)).rows;
    } finally {
      await world.superuser.query('ROLLBACK');
    }
  }
});
