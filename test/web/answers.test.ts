import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PageReader } from '../support/page-reader.js';
import { sampleApp } from './sample.app.js';

let app: NestFastifyApplication;
let site: string;

beforeAll(async () => {
  app = await sampleApp();
  app.useLogger(false);
  site = await app.getUrl();
});

afterAll(() => app.close());

describe('A refusal on a page', () => {
  it.each([
    ['not-permitted', 403, 'You cannot do this', 'ask an administrator'],
    ['nothing-here', 404, 'Page not found', 'Check the address'],
    ['out-of-turn', 409, 'This cannot be done now', 'Finish the step before this one first.'],
    ['unprocessable', 422, 'There is a problem', 'Enter a'],
    ['too-many', 429, 'Please wait and try again', 'Wait a little'],
    ['unavailable', 503, 'The service is not available', 'Try again in a few minutes'],
  ])('says what to do next: %s', async (how, status, heading, next) => {
    const page = await new PageReader(site).open(`/refuse/${how}`);
    expect([page.status, page.heading]).toEqual([status, heading]);
    expect(page.text).toContain(next);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('tells when to come back', async () => {
    expect((await fetch(`${site}/refuse/too-many`)).headers.get('retry-after')).toBe('90');
  });

  it('looks the same for an address that is not there and a record that may not be seen', async () => {
    const absent = await new PageReader(site).open('/no/such/page');
    const hidden = await new PageReader(site).open('/refuse/hidden');
    expect(hidden.html.replaceAll('/refuse/hidden', '/no/such/page')).toBe(absent.html);
  });

  it('sends a visitor to sign in and back to where they were', async () => {
    const response = await fetch(`${site}/refuse/sign-in?a=1&b=2`, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sign-in?return=%2Frefuse%2Fsign-in%3Fa%3D1%26b%3D2');
  });

  it('shows a fault as a reference and nothing else', async () => {
    const page = await new PageReader(site).open('/refuse/fault');
    expect([page.status, page.heading]).toEqual([500, 'There is a problem with the service']);
    expect(page.text).toMatch(/tell us the reference [0-9a-f-]{36}/);
    expect(page.html).not.toMatch(/secret reason|sample\.app|node_modules/);
  });

  it('has its page even when finding out who asks is what failed', async () => {
    for (const path of ['/', '/refuse/unavailable']) {
      const response = await fetch(`${site}${path}`, { headers: { cookie: 'broken=1' } });
      expect(response.status).toBe(path === '/' ? 500 : 503);
      expect(await response.text()).toMatch(/<h1[^>]*>(There is a problem|The service is not available)/);
    }
  });

  it.each(['/%00', '/form?a=%00', '/%E0%A4%A', '/refuse/%ff'])(
    'has a page for the odd address %s',
    async (path) => {
      const response = await fetch(`${site}${path}`);
      expect([400, 404]).toContain(response.status);
      expect(response.headers.get('content-type')).toContain('text/html');
    },
  );
});

describe('A refusal to a program', () => {
  it.each([
    ['not-permitted', 403, 'not-permitted'],
    ['hidden', 404, 'not-found'],
    ['out-of-turn', 409, 'out-of-turn'],
    ['sign-in', 401, 'sign-in-needed'],
    ['too-many', 429, 'too-many'],
    ['unavailable', 503, 'unavailable'],
    ['fault', 500, 'fault'],
  ])('is a problem document: %s', async (how, status, type) => {
    const response = await fetch(`${site}/api/v1/sample/${how}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem: unknown = await response.json();
    expect(problem).toMatchObject({ type: `urn:candour:problem:${type}`, status });
    expect(JSON.stringify(problem)).not.toContain('secret reason');
  });

  it('points at every value that will not do, in the sentences of the form', async () => {
    const response = await send({ name: '', role: 'nobody', themes: 'care', version: '3' });
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { errors: { pointer: string; detail: string }[] };
    expect(problem.errors).toContainEqual({ pointer: '/name', detail: 'Enter the name of the scheme' });
    expect(problem.errors).toContainEqual({
      pointer: '/role',
      detail: 'Select one of the answers that are offered.',
    });
    expect(problem.errors).toContainEqual({ pointer: '/region', detail: 'Select the region' });
  });

  it('takes the same answers as the page', async () => {
    const response = await send({
      name: 'A',
      story: 'B',
      role: 'me',
      themes: ['care'],
      region: 'north',
      share: true,
      reviewedOn: '2025-11-01',
      began: '2018',
      cost: 12.5,
      receipt: 'abcd efgh jkmn pqrs',
      phrase: 'correct horse',
      version: 1,
    });
    expect([response.status, await response.json()]).toEqual([
      201,
      { name: 'A', receipt: 'ABCDEFGHJKMNPQRS' },
    ]);
  });

  it.each([
    ['{', 'application/json', 400],
    ['[]', 'application/json', 422],
    ['null', 'application/json', 422],
    ['"text"', 'application/json', 422],
    ['', 'application/json', 400],
    ['<a/>', 'text/xml', 415],
    [JSON.stringify({ name: 'x'.repeat(3_000_000) }), 'application/json', 413],
  ])('is clear whatever is sent (%#)', async (body, type, status) => {
    const response = await fetch(`${site}/api/v1/sample`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const { detail } = (await response.json()) as { detail: string };
    expect(detail).not.toContain('reload the page');
  });

  function send(body: object): Promise<Response> {
    return fetch(`${site}/api/v1/sample`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }
});

describe('What a browser may keep, run and tell', () => {
  it('runs only our own script and style, frames us nowhere and tells nobody where it was', async () => {
    const { headers } = await fetch(`${site}/form`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|upgrade-insecure/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/docs', '/docsx'])(
    'lets no address write styles because of how it is spelled: %s',
    async (path) => {
      const policy = (await fetch(`${site}${path}`)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toContain('unsafe');
    },
  );

  it('keeps a public page for its minute, and sets no cookie for someone who only reads', async () => {
    const { headers } = await fetch(`${site}/`);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.getSetCookie()).toEqual([]);
    const signedIn = await fetch(`${site}/`, { headers: { cookie: 'me=1' } });
    expect(signedIn.headers.get('cache-control')).toBe('no-store');
  });

  it('lets nobody keep a public page where its words are being changed', async () => {
    const edited = await sampleApp({ keepsPublicPages: false });
    const response = await fetch(await edited.getUrl());
    expect(response.headers.get('cache-control')).toBe('no-store');
    await edited.close();
  });

  it('binds cookies to HTTPS where the service is served by it', async () => {
    const https = await sampleApp({ publicUrl: new URL('https://candour.example') });
    const response = await fetch(`${await https.getUrl()}/form`);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-form=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000');
    expect(response.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    await https.close();
  });

  it('loads the first page in 60 KB and the next in 15 KB, from this site alone', async () => {
    const page = await new PageReader(site).open('/form');
    const loaded = page
      .find('link[href], script[src]')
      .map((_, one) => String(one.attribs['href'] ?? one.attribs['src']));
    const sizes = await Promise.all(['/form', ...loaded.get()].map(transferred));
    const library = await fetch(`${site}${String(loaded.get().at(-1))}`).then((script) => script.text());
    const imported = /"(\/assets\/[^"]+)"|'(\/assets\/[^']+)'/.exec(library);
    sizes.push(await transferred(imported?.[1] ?? imported?.[2] ?? ''));
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
    expect(sizes[0]).toBeLessThan(15 * 1024);
    expect(page.html).not.toMatch(/(<link[^>]+href|src)="https?:/);
  });

  it('may keep the stylesheet for a year', async () => {
    const page = await new PageReader(site).open('/form');
    const { status, headers } = await fetch(
      `${site}${String(page.find('link[rel=stylesheet]').attr('href'))}`,
    );
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  async function transferred(path: string): Promise<number> {
    const { request } = await import('node:http');
    return new Promise((resolve, reject) => {
      request(`${site}${path}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
        let size = 0;
        response.on('data', (chunk: Buffer) => (size += chunk.length));
        response.on('end', () => resolve(response.statusCode === 200 ? size : -1));
      })
        .on('error', reject)
        .end();
    });
  }
});

describe('A form that another site sends in a visitor’s name', () => {
  async function sendForm(headers: Record<string, string>, token?: string): Promise<Response> {
    const page = await new PageReader(site).open('/form');
    return fetch(`${site}/form`, {
      method: 'POST',
      headers: {
        cookie: page.cookies.header(),
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams({
        _csrf: token ?? page.value('_csrf'),
        story: 'a text of more than a few letters',
      }),
    });
  }

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
  ])('is refused by where it comes from: %p', async (headers) => {
    const response = await sendForm(headers);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('a text of more than a few letters');
  });

  it.each(['first', 'second'])(
    'is told from one of ours, also on a page with two forms seen for the first time: %p',
    async (form) => {
      const page = await new PageReader(site).open('/two-forms');
      const response = await fetch(`${site}/form`, {
        method: 'POST',
        headers: { cookie: page.cookies.header(), 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ _csrf: page.find(`#${form} input[name="_csrf"]`).attr('value') ?? '' }),
      });
      expect(response.status).toBe(422);
    },
  );

  it.each(['', 'wrong', 'a-b'])('is refused without the token of our own page: %p', async (token) => {
    const response = await sendForm({ 'sec-fetch-site': 'same-origin' }, token);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('a text of more than a few letters');
  });

  it.each<Record<string, string>>([
    {},
    { origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
  ])('is told from our own, which an older browser sends with %p', async (headers) => {
    expect((await sendForm(headers)).status).toBe(422);
  });
});

describe('Leaving quickly', () => {
  it('is an ordinary link to a neutral site, from a page with a neutral name', async () => {
    const page = await new PageReader(site).open('/quiet');
    expect(page.title).toBe('Your answers');
    expect(page.find('[data-candour-exit]').attr('href')).toBe('/leave');
    const response = await fetch(`${site}/leave`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://www.bbc.co.uk/weather',
    ]);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('A table to take away', () => {
  it('is a file to save whose formulas are inert', async () => {
    const response = await fetch(`${site}/table.csv`);
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="a.csv"');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(await response.text()).toContain("'=1+1");
  });
});
