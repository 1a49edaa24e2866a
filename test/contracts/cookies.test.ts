import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import { COOKIES } from '../../src/platform/cookies/site-cookies.js';
import { CookieJar } from '../support/cookie-jar.js';
import { aReader } from '../concerns/support.js';
import { inProduction } from '../support/https-front.js';
import { PageReader } from '../support/page-reader.js';
import { signedIn as somebodyWhoReads } from '../support/signed-in.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const ALL = Object.keys(COOKIES).map((cookie) => `__Host-${cookie}`);

describe('Every cookie that Candour gives', () => {
  let candour: RunningCandour;
  let page: PageReader;

  beforeAll(async () => {
    candour = await runningCandour({ variables: await inProduction() });
    await somebodyWhoReads(candour, 'CONCERN_HANDLER');
    await candour.superuser.query('DELETE FROM identity.session');
    await aReader(candour.superuser);
    page = new PageReader(candour.address);
    await file();
    await signIn();
  });

  afterAll(() => candour.close());

  it('is given and taken back in one place of the source', () => {
    expect(saying(/setCookie|clearCookie|set-cookie|__Host-/)).toEqual(['platform/cookies/site-cookies.ts']);
  });

  it('is one that is listed there, and each that is listed is given', () => {
    expect([...new Set(given().map(nameIn))].sort()).toEqual([...ALL].sort());
  });

  it('is for this site alone, out of reach of scripts and of unsafe connections, and dies with the browser', () => {
    for (const set of given()) {
      expect(attributesIn(set)).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    }
  });

  it('stays when another site, or a browser that only looks ahead, asks for the way out', async () => {
    for (const [name, value] of [
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
      ['sec-purpose', 'prefetch;prerender'],
    ] as const) {
      const headers = { cookie: page.cookies.header(), [name]: value };
      const left = await fetch(`${candour.address}/leave`, { headers, redirect: 'manual' });
      expect(left.headers.getSetCookie()).toEqual([]);
      expect(left.headers.get('clear-site-data')).toBeNull();
      expect(left.status).toBe(name === 'sec-purpose' ? 503 : 303);
    }
    await page.open('/account');
    expect(page.path).toBe('/account');
  });

  it('is taken back by leaving, with the attributes it was given with, whether the browser has it or not', async () => {
    for (const cookie of [page.cookies.header(), '']) {
      const left = await fetch(`${candour.address}/leave`, { headers: { cookie }, redirect: 'manual' });
      const taken = left.headers.getSetCookie();
      expect(taken.map(nameIn).sort()).toEqual([...ALL].sort());
      for (const set of taken) {
        expect(set).toMatch(/=; /);
        expect(attributesIn(set)).toEqual(attributesIn(given()[0] ?? ''));
      }
      expect(left.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    }
  });

  it('is kept by a browser that is told to forget it in any other way', () => {
    const jar = new CookieJar();
    jar.keep(new Headers({ 'set-cookie': '__Host-answers=1; Path=/; Secure; HttpOnly' }));
    jar.keep(new Headers({ 'set-cookie': '__Host-answers=; Path=/; Max-Age=0' }));
    expect(jar.names()).toEqual(['__Host-answers']);
  });

  async function file(): Promise<void> {
    await page.open('/answers/online');
    await page.press();
    await page.open('/answers/words');
    await page.fill('Tell us in your own words', 'It was at night.').press();
    await page.open('/answers/check');
    await page.press('Send');
    const [reference, code] = ['#reference', '#code'].map((id) => page.find(id).text().trim());
    await page.open('/answers/return');
    await page
      .fill('Reference', reference ?? '')
      .fill('Code', code ?? '')
      .press();
    await page.fill('Your message', 'I wait for you.').press('Send');
  }

  async function signIn(): Promise<void> {
    const [name, email, passphrase] = ['Staff Member', 'staff@example.org', 'lamp river seven teapot'];
    const { joiningCode } = await candour.app.get(PeopleService).add(OPERATOR, { name, email });
    await page.open('/join');
    page.fill('Email address', email).fill('Joining code', joiningCode);
    await page.fill('passphrase', passphrase).press('Set passphrase');
    await page.fill('Email address', email).fill('Passphrase', passphrase).press('Continue');
  }

  function given(): readonly string[] {
    return page.cookies.said.filter((set) => !/=; /.test(set));
  }
});

/** The sources in which this is said. */
function saying(what: RegExp): readonly string[] {
  const folder = join(projectRoot, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .filter((file) => what.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'));
}

function nameIn(set: string): string {
  return set.slice(0, set.indexOf('='));
}

/** What a browser compares, and how long it is told to keep it. What is over has no time to be kept. */
function attributesIn(set: string): readonly string[] {
  const attributes = set.split('; ').slice(1);
  const over = /=; /.test(set);
  return attributes.filter((one) => !over || !/^(Expires|Max-Age)=/.test(one)).sort();
}
