import { withTheRegister } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const ODD: readonly string[] = [
  '%',
  '_',
  'a'.repeat(5000),
  '😀',
  '\u202Eegassem',
  "' OR 1=1 --",
  '{{ 7 * 7 }}',
  '=HYPERLINK("x")',
  '<script>alert(1)</script>',
  '\uD800',
];

describe('Somebody who knows only a name finds the scheme', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
    await withTheRegister(world.app);
  });

  afterAll(() => world.close());

  const reader = (): PageReader => new PageReader(world.address);

  it('by the name it goes by today, and reads who says what, with the source', async () => {
    const page = await reader().open('/deployments');
    await page.fill('Name, place, organisation or words', 'pave').press('Search');
    expect(page.find('.candour-results__entry')).toHaveLength(1);
    await page.follow('SIM in Leicestershire');
    expect(page.heading).toContain('PAVE team');
    expect(page.text).toContain('Inferred: no source says it');
    expect(page.text).toContain('The slide deck says that SIM in Leicestershire was set up in October 2016.');
    expect(page.find('a[href="/sources/29"]').length).toBeGreaterThan(0);
  });

  it('and sees sources that disagree side by side, and what a shared name can mean', async () => {
    const page = await reader().open('/deployments/gloucestershire');
    const sides = page.find('.candour-side-by-side .candour-claim');
    expect(sides).toHaveLength(2);
    expect(sides.text()).toContain('tenth live team');
    expect(sides.text()).toContain('not signatories');
    expect(page.text).toContain('What “HIN” can mean');
  });

  it('and a date that was only planned is shown as planned, as closely as it is known', async () => {
    const page = await reader().open('/deployments/lincolnshire');
    expect(page.text).toContain('September 2020 (planned)');
  });

  it('from the trusts, by a name the scheme has used', async () => {
    const page = await reader().open('/trusts');
    await page.fill('Name of the trust, or any name a scheme has used', 'SHIPP').press('Search');
    expect(page.find('.candour-results__entry')).toHaveLength(1);
    await page.follow('Surrey');
    expect(page.text).toContain('Review results not public');
    await page.follow('SHIPP');
    expect(page.status).toBe(200);
  });

  it('or is told plainly that nothing was found, and that this proves nothing', async () => {
    const page = await reader().open('/deployments?q=nowhere-at-all');
    expect(page.text).toContain('No scheme was found');
    expect(page.text).toContain('may still exist');
  });

  it.each(ODD)('and an odd search is only a search: %j', async (typed) => {
    for (const path of ['/deployments', '/trusts', '/organisations']) {
      const page = await reader().open(`${path}?${new URLSearchParams({ q: typed }).toString()}`);
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('<script>alert');
      expect(page.find('#q').attr('value') ?? '').toContain(typed.slice(0, 100).replace('\uD800', '\uFFFD'));
    }
  });

  it('by a menu of four places, with what belongs to schemes below them', async () => {
    const page = await reader().open('/');
    expect(page.find('.candour-navigation a').length).toBe(4);
    expect(page.find('.candour-navigation__below a').length).toBe(0);
    await page.follow('Schemes');
    expect(page.find('.candour-navigation__below').text()).toMatch(
      /Orders to halt\s+Requests of the past\s+Public questions\s+Under another name/,
    );
    await page.follow('Orders to halt');
    expect(page.find('.candour-navigation [aria-current=true]').text()).toBe('Schemes');
    expect(page.find('.candour-navigation [aria-current=page]').text()).toBe('Orders to halt');
  });

  it('and a state that there is not is refused, not shown as every scheme', async () => {
    const page = await reader().open('/deployments?state=NOWHERE');
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('LIVE')]);
  });

  it('and what narrows no list is refused, with what does', async () => {
    const page = await reader().open('/deployments?q[x]=1');
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('state')]);
  });

  it.each(['?after=nonsense', '?after=W10', '?after=x&after=y', '?limit=all'])(
    'and a place that the list does not have is refused, not shown as its beginning: %s',
    async (query) => {
      for (const path of [
        '/deployments',
        '/trusts',
        '/claims',
        '/sources',
        '/provisions',
        '/past-requests',
      ]) {
        if (path === '/provisions' && query.startsWith('?limit')) continue;
        const page = await reader().open(path + query);
        expect([path, page.status, page.text]).toEqual([
          path,
          422,
          expect.stringMatching(/Leave “after” out|Give it once|leave “limit” out/),
        ]);
      }
    },
  );

  it('and a filter that is given twice is refused, not one of the two picked', async () => {
    for (const query of [
      'q=a&q=b',
      'state=CLOSED&state=LIVE',
      'state=CLOSED&state=CLOSED',
      'region=Y60&region=Y61',
    ]) {
      const page = await reader().open(`/deployments?${query}`);
      const name = query.split('=', 1)[0] ?? '';
      expect([page.status, page.text]).toEqual([
        422,
        expect.stringContaining(`“${name}” is given more than once in this address`),
      ]);
    }
  });

  it('and a scheme that is not there looks like one that may not be seen', async () => {
    const page = await reader().open('/deployments/no-such-scheme');
    expect(page.status).toBe(404);
  });
});

describe('A program finds a scheme', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
    await withTheRegister(world.app);
  });

  afterAll(() => world.close());

  it('by any name, and gets its claims with their sources', async () => {
    const list = await fetch(`${world.address}/api/v1/deployments?q=PAVE`);
    expect(list.status).toBe(200);
    expect(await list.json()).toMatchObject({
      items: [{ key: 'leicestershire', stateCode: 'LIVE' }],
      next: null,
    });
    const one = await fetch(`${world.address}/api/v1/deployments/leicestershire`);
    const detail: unknown = await one.json();
    expect(detail).toMatchObject({
      names: expect.arrayContaining([expect.objectContaining({ name: 'PAVE' })]),
      claims: expect.arrayContaining([
        expect.objectContaining({ dated: '2016-10', sources: [expect.objectContaining({ ref: 'SEED-B' })] }),
      ]),
    });
  });

  it('but registers none without a token', async () => {
    const response = await fetch(`${world.address}/api/v1/deployments`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
