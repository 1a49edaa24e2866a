import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService } from '@nestjs/core';
import { load } from 'cheerio';
import { Client } from 'pg';
import type { Route } from '../../src/access/route-book.js';
import { DEMO_PERSONAS } from '../../src/demo-world/personas.js';
import { ONE_OF_EACH, servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { describedAnswer, type ApiDocument } from '../support/openapi.js';
import type { PageReader } from '../support/page-reader.js';
import { RecordAddresses } from '../support/record-addresses.js';
import { tokenOf } from '../support/signed-in.js';

const FEWEST_LISTS = 14;
const FEWEST_ASKED = 50;
const MOST_ROWS = 100;
/** How many rows a page of a list that is longer than one large page shows when it is walked in small ones. */
const FEW_ROWS = 9;
const MOST_WALKED = 400;

/** Pages that lead on to another when one row is asked for; those that always show 25 lead on when there are more. */
const LEAD_ON = [
  '/account/tokens',
  '/actions',
  '/jobs',
  '/organisations',
  '/outbox',
  '/people',
  '/publications',
  '/records',
  '/reviews',
  '/rounds',
];

/** Of what the demo world holds one or none: a second one, and how it differs from the first. */
const SECOND_ONES: readonly (readonly [table: string, change: string])[] = [
  ['reviews.round', `'title', 'A second round'`],
  ['reviews.review', `'round_id', (SELECT id FROM reviews.round WHERE title = 'A second round')`],
  ['publication.release', `'serial', 2, 'number', 2, 'preparation_id', gen_random_uuid()`],
  ['publication.action', `'what', 'Something else is to be done.'`],
];

/** One page of a list, as programs read it. */
interface ListAnswer {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** A list with the reader who sees most of it. */
interface ReadList {
  readonly address: string;
  readonly token: string | null;
  readonly rows: number;
}

describe('The last page of a list offers no next one, and a list in small pages is the list in one', () => {
  let world: ServedDemoWorld;
  let superuser: Client;
  let addresses: RecordAddresses;

  beforeAll(async () => {
    world = await servedDemoWorld();
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    await plantSecondOnes(superuser);
    addresses = await RecordAddresses.of(world.app, superuser);
  }, 180_000);

  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  it('for programs, on every list that the document of the API describes', async () => {
    const document = (await (await fetch(`${world.address}/api/openapi.json`)).json()) as ApiDocument;
    const lists = addresses.api.filter(({ path }) => isList(document, path));
    expect(lists.length).toBeGreaterThanOrEqual(FEWEST_LISTS);
    const tokens: (string | null)[] = [null];
    for (const { email } of Object.values(DEMO_PERSONAS)) tokens.push(await tokenOf(superuser, email));
    const readByNobody: string[] = [];
    for (const route of lists) {
      const list = await longestOf(route, tokens);
      if (list === null) readByNobody.push(route.path);
      else expect([route.path, await walked(list, 1)]).toEqual([route.path, await walked(list, MOST_ROWS)]);
    }
    expect(readByNobody).toEqual([]);
  }, 300_000);

  it('for people, on every page that leads on to another', async () => {
    const found = new Set<string>();
    const asked = handlersThatAreAsked();
    const mayLeadOn = addresses.pages.filter(({ handler }) => asked.has(handler));
    expect(mayLeadOn.length).toBeGreaterThanOrEqual(FEWEST_ASKED);
    for (const part of ONE_OF_EACH) {
      const reader = await world.visitAs(part);
      const further = mayLeadOn.filter(({ path }) => !found.has(path));
      const places = further.flatMap((route) => addresses.at(route).map((address) => ({ route, address })));
      for (const { route, address } of places) {
        if (!(await leadsOn(reader, asking(address, 1)))) continue;
        found.add(route.path);
        const large = await shownOnAll(reader, address, MOST_ROWS);
        const small = await shownOnAll(reader, address, large.pages > 1 ? FEW_ROWS : 1);
        expect([address, small.texts]).toEqual([address, large.texts]);
      }
    }
    expect([...found].sort()).toEqual(expect.arrayContaining(LEAD_ON));
  }, 600_000);

  /** Those that are given what their address asks for; all others show one thing, whatever an address asks. */
  function handlersThatAreAsked(): ReadonlySet<string> {
    const controllers = world.app.get(DiscoveryService, { strict: false }).getControllers();
    const asked = controllers.flatMap(({ metatype }) =>
      typeof metatype === 'function'
        ? Object.getOwnPropertyNames(metatype.prototype)
            .filter((name) => takesQuery(metatype, name))
            .map((name) => `${metatype.name}.${name}`)
        : [],
    );
    return new Set(asked);
  }

  /** The list as the person reads it who sees most of it; null when nobody sees any of it. */
  async function longestOf(route: Route, tokens: readonly (string | null)[]): Promise<ReadList | null> {
    const read: ReadList[] = [];
    for (const address of addresses.at(route))
      for (const token of tokens) {
        const answer = await answered(asking(address, MOST_ROWS), token);
        if (answer !== null) read.push({ address, token, rows: answer.items.length });
      }
    return read.sort((one, other) => other.rows - one.rows)[0] ?? null;
  }

  async function walked({ address, token }: ReadList, limit: number): Promise<readonly unknown[]> {
    const rows: unknown[] = [];
    for (let next: string | null = '', pages = 0; next !== null && pages < MOST_WALKED; pages += 1) {
      const answer: ListAnswer | null = await answered(asking(address, limit, next), token);
      if (answer === null) throw new Error(`${address} stopped answering.`);
      if (pages > 0 && answer.items.length === 0) throw new Error(`${address} led on to an empty page.`);
      rows.push(...answer.items);
      ({ next } = answer);
    }
    return rows;
  }

  async function answered(address: string, token: string | null): Promise<ListAnswer | null> {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(world.address + address, { headers });
    return answer.status === 200 ? ((await answer.json()) as ListAnswer) : null;
  }

  async function leadsOn({ cookies }: PageReader, address: string): Promise<boolean> {
    const answer = await fetch(world.address + address, { headers: { cookie: cookies.header() } });
    return (await answer.text()).includes('rel="next"');
  }

  /** Everything that is shown on this page and on all that it leads on to, whatever list of it. */
  async function shownOnAll(
    reader: PageReader,
    address: string,
    limit: number,
  ): Promise<{ readonly pages: number; readonly texts: readonly string[] }> {
    const shown = new Set<string>();
    const waiting = [asking(address, limit)];
    const met = new Set(waiting);
    for (let next = waiting.shift(); next !== undefined && met.size < MOST_WALKED; next = waiting.shift()) {
      await reader.open(next);
      const { leads, texts } = listed(reader);
      for (const text of texts) shown.add(text);
      const further = leads.map((lead) => asking(lead, limit)).filter((lead) => !met.has(lead));
      for (const lead of further) met.add(lead);
      waiting.push(...further);
    }
    return { pages: met.size, texts: [...shown].sort() };
  }
});

function takesQuery(controller: object, handler: string): boolean {
  const given: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler);
  return Object.keys(given ?? {}).some((key) => key.startsWith(`${String(RouteParamtypes.QUERY)}:`));
}

function listed(reader: PageReader): {
  readonly leads: readonly string[];
  readonly texts: readonly string[];
} {
  const leads = reader.find('main a[rel=next]').map((_, a) => a.attribs['href'] ?? '');
  const texts = reader.find('main :is(tr, li, p, dt, dd, h2, h3)').not('.candour-next *');
  return {
    leads: leads.get(),
    texts: texts.get().map((one) => load(one).text().replace(/\s+/g, ' ').trim()),
  };
}

function isList(document: ApiDocument, path: string): boolean {
  const schema = describedAnswer(document, path, 200);
  const name = schema?.$ref?.split('/').at(-1);
  const properties = (name === undefined ? schema : document.components.schemas[name])?.properties;
  return properties?.['items'] !== undefined && properties['next'] !== undefined;
}

function asking(address: string, limit: number, after = ''): string {
  const [path = '', query] = address.split('?', 2);
  const asked = new URLSearchParams(query);
  asked.set('limit', String(limit));
  if (after !== '') asked.set('after', after);
  return `${path}?${asked.toString()}`;
}

async function plantSecondOnes(superuser: Client): Promise<void> {
  await superuser.query("SET session_replication_role = 'replica'");
  for (const [table, change] of SECOND_ONES)
    await superuser.query(
      `INSERT INTO ${table} SELECT second.* FROM (SELECT t FROM ${table} t LIMIT 1) AS found (first),
         jsonb_populate_record(found.first, jsonb_build_object('id', gen_random_uuid(), ${change})) AS second`,
    );
  const administrator = `(SELECT id FROM identity.person WHERE email = '${DEMO_PERSONAS.admin.email}')`;
  await superuser.query(
    `INSERT INTO work.job (id, task, title, asked_by, input, state)
     SELECT gen_random_uuid(), 'none', 'Job ' || n, ${administrator}, '{}', 'done' FROM generate_series(1, 3) AS n`,
  );
  await superuser.query(
    `INSERT INTO work.mail (id, person_id, subject, body, sent_at)
     SELECT gen_random_uuid(), ${administrator}, 'Letter ' || n, 'Nothing.', now() FROM generate_series(1, 3) AS n`,
  );
  await superuser.query('RESET session_replication_role');
  for (let tokens = 0; tokens < 3; tokens += 1) await tokenOf(superuser, DEMO_PERSONAS.admin.email);
}
