import { Access } from '../../src/access/access.js';
import { MATRIX_COLUMNS, permissionMatrix, type MatrixColumn } from '../../src/access/permission-matrix.js';
import { RouteBook, type Route } from '../../src/access/route-book.js';
import { newId } from '../../src/kernel/identifiers.js';
import { NotPermitted, SignInNeeded } from '../../src/kernel/refusal.js';
import { problemOf } from '../../src/web/errors/problem.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const FEWEST_CASES = 2000;
const REFUSED_TO_A_PERSON = problemOf(new NotPermitted());
const REFUSED_TO_NOBODY = problemOf(new SignInNeeded());
/** What whoever files is told when their receipt has to be shown again: it asks for no account. */
const ASKS_FOR_A_RECEIPT = 'Enter your code again';
/** Past the guard these ask whether the person leads the very review, before they look whether it exists. */
const ASKED_ABOUT_THE_RECORD_FIRST: ReadonlySet<string> = new Set([
  'POST /api/v1/reviews/:reviewId/preparations',
  'POST /publications/reviews/:reviewId/prepare',
]);

/** Somebody who stands for a column: what their browser and their program send along. */
interface Caller {
  readonly cookie: string;
  readonly token: string | undefined;
}

/** The forms of the site, as any browser may send them: the cookie and the token belong together. */
interface Forms {
  readonly cookie: string;
  readonly token: string;
}

/** What came back, without what is new in every page. */
interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

describe('Everybody is let through to what the permission matrix allows them, and to nothing else', () => {
  let world: RunningCandour;
  let forms: Forms;
  const matrix = () => permissionMatrix(world.app.get(RouteBook).routes(), world.app.get(Access));
  const tried = new Map<string, Set<MatrixColumn>>();

  beforeAll(async () => {
    world = await runningCandour();
    const page = await new PageReader(world.address).open('/sign-in');
    forms = {
      cookie: page.cookies.header(),
      token: page.find('main input[name=_csrf]').attr('value') ?? '',
    };
  });

  afterAll(() => world.close());

  it.each(MATRIX_COLUMNS)(
    'on every page and in the API: %s',
    async (column) => {
      let caller = await callerFor(column);
      const wrong: string[] = [];
      const refusals = new Set<string>();
      for (const { route, allowed } of matrix()) {
        const answer = await call(route, caller);
        noteTried(route, column);
        const fault = allowed[column] ? faultOfAllowed(route, answer) : faultOfRefused(route, column, answer);
        if (fault !== null) wrong.push(`${route.method} ${route.path}: ${fault}`);
        if (!allowed[column] && !isForPrograms(route)) refusals.add(withoutPlace(answer.body));
        if (route.path.includes('/sign-out')) caller = await callerFor(column);
      }
      expect(wrong).toEqual([]);
      expect(refusals.size).toBeLessThanOrEqual(column === 'VISITOR' ? 2 : 1);
    },
    60_000,
  );

  it('and no route was left out', () => {
    const everyColumn = [...MATRIX_COLUMNS].sort();
    for (const { route } of matrix())
      expect([nameOf(route), [...(tried.get(nameOf(route)) ?? [])].sort()]).toEqual([
        nameOf(route),
        everyColumn,
      ]);
    const cases = [...tried.values()].reduce((sum, columns) => sum + columns.size, 0);
    expect(cases).toBeGreaterThanOrEqual(FEWEST_CASES);
  });

  it('and every route of the matrix is one that the server knows', () => {
    const server = world.app.getHttpAdapter().getInstance();
    const unknown = matrix().filter(
      ({ route }) => !server.hasRoute({ method: route.method, url: route.path }),
    );
    expect(unknown).toEqual([]);
  });

  async function callerFor(column: MatrixColumn): Promise<Caller> {
    if (column === 'VISITOR') return { cookie: forms.cookie, token: undefined };
    const { page, token } = await signedIn(world, column);
    return { cookie: `${forms.cookie}; ${page.cookies.header()}`, token };
  }

  async function call(route: Route, { cookie, token }: Caller): Promise<Answer> {
    const path = route.path.replace(/:\w+/g, () => newId());
    const sent = isForPrograms(route)
      ? {
          headers: token === undefined ? JSON_ALONE : { ...JSON_ALONE, authorization: `Bearer ${token}` },
          body: '{}',
        }
      : { headers: { ...FORM_ALONE, cookie }, body: new URLSearchParams({ _csrf: forms.token }).toString() };
    const { headers, body } = sent;
    const init = route.method === 'GET' ? { headers } : { method: route.method, headers, body };
    const response = await fetch(world.address + path, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    return { status: response.status, location, body: await response.text() };
  }

  function noteTried(route: Route, column: MatrixColumn): void {
    const columns = tried.get(nameOf(route)) ?? new Set();
    tried.set(nameOf(route), columns.add(column));
  }
});

const JSON_ALONE = { accept: 'application/json', 'content-type': 'application/json' };
const FORM_ALONE = {
  accept: 'text/html',
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
};

/** Past the guard the ids lead nowhere and the forms are empty, so 404, 409 and 422 are right; a fault never is. */
function faultOfAllowed(route: Route, { status, location, body }: Answer): string | null {
  if (status >= 500) return `a fault, ${String(status)}: ${body.slice(0, 300)}`;
  if (status === 401 && body.includes(ASKS_FOR_A_RECEIPT)) return null;
  if (status === 401 || location?.startsWith('/sign-in?return=')) return 'allowed, but asked to sign in';
  if (status === 403 && !ASKED_ABOUT_THE_RECORD_FIRST.has(nameOf(route)))
    return `allowed, but refused: ${body.slice(0, 300)}`;
  return null;
}

function faultOfRefused(route: Route, column: MatrixColumn, answer: Answer): string | null {
  const { status, location, body } = answer;
  if (isForPrograms(route)) {
    const expected = column === 'VISITOR' ? REFUSED_TO_NOBODY : REFUSED_TO_A_PERSON;
    return body === JSON.stringify(expected) && status === expected.status ? null : said(answer);
  }
  if (column !== 'VISITOR')
    return status === 403 && body.includes(REFUSED_TO_A_PERSON.detail) ? null : said(answer);
  if (route.method !== 'GET')
    return status === 401 && body.includes(REFUSED_TO_NOBODY.detail) ? null : said(answer);
  const led = status === 303 && location?.startsWith('/sign-in?return=') === true && body === '';
  return led ? null : said(answer);
}

function said({ status, body }: Answer): string {
  return `not refused as it should be, but ${String(status)}: ${body.slice(0, 300)}`;
}

/** A refusal is the same page wherever it stands, but for the mark of the current place in the menu and the tokens. */
function withoutPlace(body: string): string {
  return body
    .replace(/ aria-current="(?:page|true)"/g, '')
    .replace(/<ul class="[^"]*candour-navigation__below">.*?<\/ul>/gs, '')
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/\s+/g, ' ');
}

function isForPrograms({ path }: Route): boolean {
  return path.startsWith('/api/');
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
