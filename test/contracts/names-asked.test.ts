import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RouteBook } from '../../src/access/route-book.js';
import { ROLES, type Role } from '../../src/identity/roles.js';
import { newId } from '../../src/kernel/identifiers.js';
import { SHOWS_DAYS } from '../../src/web/asking/day-asked.js';
import { NARROWED_BY } from '../../src/web/asking/names-asked.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

/** Lists that everyone reads, each narrowed by names of its address. */
const OPEN_LISTS = [
  ...['/deployments', '/claims', '/claims.csv', '/claims/figures.csv', '/trusts', '/organisations'],
  ...['/sources', '/sources.csv', '/provisions', '/provisions.csv', '/past-requests'],
  ...['/publications', '/rounds', '/actions'],
];

describe('No address passes over a filter that it does not know', () => {
  let world: RunningCandour;
  const tokens: (string | null)[] = [null];

  beforeAll(async () => {
    world = await runningCandour();
    for (const role of Object.keys(ROLES) as Role[]) tokens.push((await signedIn(world, role)).token);
  }, 180_000);

  afterAll(() => world.close());

  const ask = (address: string, token: string | null = null): Promise<Response> =>
    fetch(`${world.address}${address}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      redirect: 'manual',
    });

  it('of the API: each one that is read refuses it to whoever may read it', async () => {
    const reads = world.app
      .get(RouteBook)
      .routes()
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'));
    expect(reads.length).toBeGreaterThan(60);
    const silent: string[] = [];
    for (const { path } of reads) {
      const address = path.replaceAll(/:kind\b/g, 'deployment').replaceAll(/:\w+|\*\w*/g, () => newId());
      if (!(await isRefused(`${address}?misspelt=LIVE`))) silent.push(path);
    }
    expect(silent).toEqual([]);
  }, 120_000);

  it('of lists: it is refused with the names that there are, on pages and in tables', async () => {
    for (const path of OPEN_LISTS) {
      const answer = await ask(`${path}?misspelt=LIVE`);
      expect([path, answer.status]).toEqual([path, 422]);
      expect(await answer.text()).toMatch(/“misspelt” is not known in this address.*What there is: \w+/s);
    }
    const answer = await ask('/api/v1/deployments?stat=LIVE');
    expect(await answer.json()).toMatchObject({
      errors: [
        {
          pointer: '/stat',
          detail: expect.stringContaining(
            'What there is: after, limit, q, state, region, organisation.',
          ) as string,
        },
      ],
    });
    expect((await ask('/api/v1/deployments/none/posts?period=2019')).status).toBe(422);
  });

  it('of the API: what is given twice is refused by every name that there is, but where each time counts', async () => {
    const reads = world.app
      .get(RouteBook)
      .routes()
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'));
    const picked: string[] = [];
    let tried = 0;
    for (const { path } of reads) {
      const address = path.replaceAll(/:kind\b/g, 'deployment').replaceAll(/:\w+|\*\w*/g, () => newId());
      for (const name of await namesAt(address)) {
        tried += 1;
        if (!(await isRefused(`${address}?${name}=a&${name}=b`, 'is given more than once')))
          picked.push(`${path} ${name}`);
      }
    }
    expect(picked).toEqual(['/api/v1/deployments/compare scheme']);
    expect(tried).toBeGreaterThan(60);
  }, 120_000);

  it('of lists: what is given twice is refused on pages and in tables', async () => {
    for (const path of OPEN_LISTS) {
      const names = await namesAt(path);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const answer = await ask(`${path}?${name}=a&${name}=b`);
        expect([path, name, answer.status]).toEqual([path, name, 422]);
        expect(await answer.text()).toContain(`“${name}” is given more than once in this address`);
      }
    }
    expect((await ask('/deployments/compare?scheme=a&scheme=b')).status).not.toBe(422);
  });

  it('nor a choice that was never offered, or one that is made twice', async () => {
    for (const query of [
      '/deployments?state=CLOSD',
      '/claims?topic=HARMS',
      '/claims?topic=HARM&topic=COST',
      '/provisions?kind=x',
    ]) {
      const answer = await ask(query);
      expect([query, answer.status]).toEqual([query, 422]);
    }
    expect(await (await ask('/claims?topic=HARMS')).text()).toContain(
      '“HARMS” is none of the choices: POSITION,',
    );
  });

  it('and what mail programs and search sites put into addresses is passed over', async () => {
    for (const name of ['utm_source', 'utm_campaign', 'fbclid', 'gclid', 'msclkid', 'mc_cid'])
      for (const path of ['/deployments', '/claims', '/api/v1/claims', '/'])
        expect([name, path, (await ask(`${path}?${name}=x`)).status]).toEqual([name, path, 200]);
    expect((await ask('/cookies?misspelt=x')).status).toBe(200);
  });

  it('and every page that looks at its address says by what it is narrowed', () => {
    const scanner = new MetadataScanner();
    const undeclared = world.app
      .get(DiscoveryService, { strict: false })
      .getControllers()
      .flatMap(({ metatype }) => {
        if (typeof metatype !== 'function') return [];
        const prototype = metatype.prototype as Readonly<Record<string, unknown>>;
        return scanner
          .getAllMethodNames(prototype)
          .filter((name) => looksAtAll(metatype, name) && !says(prototype[name]))
          .map((name) => `${metatype.name}.${name}`);
      });
    expect(undeclared).toEqual([]);
  });

  /** The names by which an address is narrowed, as it tells whoever gives another. */
  async function namesAt(address: string): Promise<readonly string[]> {
    for (const token of tokens) {
      const said = /What there is: ([^."<]+)\./.exec(
        await (await ask(`${address}?misspelt=x`, token)).text(),
      );
      if (said?.[1] !== undefined) return said[1].split(', ').filter((name) => name !== 'at');
    }
    return [];
  }

  async function isRefused(address: string, because = '“misspelt” is not known'): Promise<boolean> {
    for (const token of tokens) {
      const answer = await ask(address, token);
      const text = await answer.text();
      if (answer.status === 422 && text.includes(because)) return true;
      if (answer.status === 200) return false;
    }
    return false;
  }
});

/** True where a handler takes its whole query without a schema that knows its names. */
function looksAtAll(controller: object, handler: string): boolean {
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Readonly<
    Record<string, { readonly data?: unknown; readonly schema?: unknown }>
  >;
  return Object.entries(given).some(
    ([key, { data, schema }]) =>
      key.startsWith(`${String(RouteParamtypes.QUERY)}:`) && data === undefined && schema === undefined,
  );
}

function says(handler: unknown): boolean {
  return (
    typeof handler === 'function' &&
    [NARROWED_BY, SHOWS_DAYS].some((key) => Reflect.getMetadata(key, handler) !== undefined)
  );
}
