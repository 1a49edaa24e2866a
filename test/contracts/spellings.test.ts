import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { load } from 'cheerio';
import { KeptLines } from '../support/kept-lines.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';
import { rawAnswer, spellingsOf, type RawAnswer } from '../support/spellings.js';

/** Where people file, and what their browsers ask for beside it. */
const QUIET = [
  ...[
    '/answers',
    '/answers/who',
    '/answers/yours',
    '/answers/no/such/page',
    '/leave',
    '/api/v1/concerns/receipt',
  ],
  ...['/', '/help-now', '/assets/candour.css', '/assets/no/such', '/favicon.ico', '/apple-touch-icon.png'],
];

const LOUD = '/deployments';

async function tried(path: string, runs: number, holds: (spelled: string) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(spellingsOf(path), holds), { numRuns: runs });
}

describe('However an address is spelled', () => {
  let candour: RunningCandour;
  let staff: SignedIn;

  beforeAll(async () => {
    candour = await runningCandour();
    staff = await signedIn(candour, 'ADMIN');
  });

  afterAll(() => candour.close());

  const asStaff = (): { cookie: string } => ({ cookie: staff.page.cookies.header() });
  const withToken = (): { authorization: string } => ({ authorization: `Bearer ${staff.token}` });

  it('a program is known by its token alone, and never by the cookie of a page', async () => {
    const known = await rawAnswer(candour.address, '/api/v1/account', { headers: withToken() });
    expect(known.status).toBe(200);
    await tried('/api/v1/account', 150, async (spelled) => {
      const answer = await rawAnswer(candour.address, spelled, { headers: asStaff() });
      expect({ spelled, status: answer.status }).not.toMatchObject({ status: 200 });
      expect(answer.body).not.toContain(staff.personId);
    });
  });

  it('nothing is done through the API in the name of whoever is signed in on a page', async () => {
    await tried('/api/v1/organisations', 60, async (spelled) => {
      const sent = { method: 'POST', headers: asStaff() };
      const { status } = await rawAnswer(candour.address, spelled, sent);
      expect({ spelled, status }).not.toEqual({ spelled, status: 422 });
      expect(status).toBeGreaterThanOrEqual(400);
    });
  });

  it('a page is shown to a session, and not to a token', async () => {
    const known = await rawAnswer(candour.address, '/account', { headers: asStaff() });
    expect(known.status).toBe(200);
    await tried('/account', 60, async (spelled) => {
      const answer = await rawAnswer(candour.address, spelled, { headers: withToken() });
      expect({ spelled, status: answer.status }).not.toMatchObject({ status: 200 });
    });
  });

  it.each(['/answers', '/answers/who', '/answers/no-such-question', '/answers/no/such/page'])(
    'what is answered at %s looks neutral, has the quick way out, and is kept by nobody',
    async (path) => {
      await tried(path, 60, async (spelled) => {
        const answer = await rawAnswer(candour.address, spelled);
        expectKeptByNobody(spelled, answer);
        if (answer.status === 303 || isNobodys(spelled)) return;
        const $ = load(answer.body);
        expect({ spelled, title: $('title').text() }).toMatchObject({
          title: expect.stringMatching(/^Your answers/) as string,
        });
      });
    },
  );

  it.each([
    '*',
    'http://elsewhere.example?x=/answers',
    'http://elsewhere.example?/account',
    'ftp://x/answers',
  ])('what is no address at all, such as %s, is nobody’s, and no fault', async (target) => {
    const answer = await rawAnswer(candour.address, target, { headers: asStaff() });
    expect(answer.status).toBe(404);
    expectKeptByNobody(target, answer);
  });

  it('what cannot be read as a request is refused, and kept by nobody', async () => {
    const target = 'http://elsewhere.example%2fanswers#x';
    const answer = await rawAnswer(candour.address, target);
    expect(answer.status).toBe(400);
    expectKeptByNobody(target, answer);
  });

  it('only the pages about the API may write styles of their own, and even they no scripts', async () => {
    const page = await rawAnswer(candour.address, '/docs');
    expect(page.headers['content-security-policy']).toMatch(/style-src 'self' 'unsafe-inline'/);
    expect(page.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    for (const place of ['/docs/../answers', '/docs/%2e%2e/answers', '/docs;/answers', '/docsanswers'])
      await tried(place, 20, async (spelled) => {
        const { headers, body } = await rawAnswer(candour.address, spelled);
        if (body.includes('Your answers'))
          expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      });
  });
});

describe('Nothing is logged of people who file, nor of what their browsers ask for beside it,', () => {
  it('however it is spelled, and wherever it breaks off; of others there is one line a request', async () => {
    const lines = new KeptLines();
    const candour = await runningCandour({ lines, variables: { LOG_LEVEL: 'trace' } });
    await rawAnswer(candour.address, LOUD);
    for (const path of QUIET) {
      await tried(path, 40, async (spelled) => {
        await rawAnswer(candour.address, spelled);
      });
      await brokenOff(candour.address, path);
    }
    for (const address of await linkedFrom(candour.address, '/answers', '/answers/online', '/answers/return'))
      await rawAnswer(candour.address, address);
    await fetch(candour.address, { headers: { cookie: 'x'.repeat(20_000) } });
    for (const target of ['*', 'http://elsewhere.example?x=/answers', 'http://elsewhere.example?x'])
      await rawAnswer(candour.address, target);
    await rawAnswer(candour.address, LOUD);
    await whileClosing(candour);
    expect(
      lines
        .all()
        .filter(({ msg }) => !String(msg).includes('listening'))
        .map(told),
    ).toEqual([LOUD, LOUD]);
  });

  /** What these pages lead to and are made of, but for the way in of those who work here. */
  async function linkedFrom(address: string, ...paths: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const path of paths) {
      const $ = load((await rawAnswer(address, path)).body);
      for (const element of $('[href^="/"], [src^="/"]').get())
        found.add($(element).attr('href') ?? $(element).attr('src') ?? '/');
    }
    expect(found.size).toBeGreaterThan(10);
    found.delete('/sign-in');
    return found;
  }

  /** A proxy’s connection outlives the moment at which the server is asked to end, and brings somebody who files. */
  async function whileClosing({ address, close }: RunningCandour): Promise<void> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const heard: string[] = [];
    socket.on('data', (bytes: Buffer) => heard.push(bytes.toString('latin1')));
    socket.write('GET /answers HTTP/1.1\r\nHost: a.example\r\n\r\nGET /answers HTTP/1.1\r\nHost: a.exam');
    while (!heard.join('').includes('HTTP/1.1 200')) await once(socket, 'data');
    const closed = close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.write('ple\r\n\r\n');
    await once(socket, 'close');
    expect(heard.join('')).toContain('HTTP/1.1 503');
    await closed;
  }

  /** Somebody leaves while the answer is on its way, packed as browsers ask for it. */
  async function brokenOff(address: string, path: string): Promise<void> {
    const leaving = new AbortController();
    const headers = { 'accept-encoding': 'br' };
    const asked = fetch(address + path, { headers, redirect: 'manual', signal: leaving.signal });
    setImmediate(() => leaving.abort());
    await asked.catch(() => undefined);
    const { body } = await fetch(address + path, { headers, redirect: 'manual' });
    await body?.cancel();
  }
});

/** The route that a line of the log tells of; any other line as it is. */
function told(line: Readonly<Record<string, unknown>>): unknown {
  return line['route'] ?? line;
}

function expectKeptByNobody(spelled: string, { headers }: RawAnswer): void {
  expect({ spelled, kept: headers['cache-control'], told: headers['referrer-policy'] }).toEqual({
    ...{ spelled, kept: 'no-store', told: 'no-referrer' },
  });
}

/** Dots and codes of codes are taken to the letter: such an address is nobody's, and nothing hangs on its looks. */
function isNobodys(spelled: string): boolean {
  const path = spelled.replace('http://elsewhere.example', '');
  return !path.startsWith('/') || /[.#]|%25|%20/.test(path);
}
