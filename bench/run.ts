import 'reflect-metadata';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { ActorsQueries } from '../src/identity/sessions/actors.queries.js';
import type { Actor } from '../src/identity/actor.js';
import { TokensService } from '../src/memberships/account/tokens.service.js';
import { type Part, DEMO_PERSONAS } from '../src/demo-world/personas.js';
import { servedDemoWorld, type ServedDemoWorld } from '../test/support/demo-world.js';
import { serveBare } from './bare.js';
import { inTurns, type Burst, type Shot } from './load.js';
import { fillWithConcerns } from './many-concerns.js';
import { dataStatements, dataTransactions, listenToQueries, queriesOf } from './sent-queries.js';

const CONCERNS = Number(process.argv[2] ?? 10_000);
const CONNECTIONS = 16;
const BARE_PATH = '/bare';

listenToQueries();
const world = await servedDemoWorld();
const superuser = new Client({ connectionString: world.database.superuserUrl });
await superuser.connect();
await fillWithConcerns(
  superuser,
  CONCERNS,
  await idOf("organisations.organisation WHERE key = 'example-vale-trust'"),
);

console.log(
  `${CONCERNS} released concerns, ${CONNECTIONS} connections, ratios of Candour to bare Fastify and pg with the same SQL and scope`,
);
await compareReads("a trust's list of concerns", '/api/v1/released-concerns', await tokenOf('submitter'));
await compareReads(
  'a review with its criteria and scores',
  `/api/v1/reviews/${await idOf('reviews.review')}`,
  await tokenOf('lead'),
);
await compareFiling();

await superuser.end();
await world.close();

/** Measures one GET of Candour and the same statements behind a bare route, in turns. */
async function compareReads(title: string, path: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const shot: Shot = { url: world.address + path, headers };
  await successful(shot);
  const transactions = dataTransactions(await queriesOf(() => successful(shot)));
  if (process.env['BENCH_SHOW'] === 'yes') console.log(transactions);
  const bare = await serveBare(world.database.appUrl, { [BARE_PATH]: transactions });
  await successful({ url: bare.address + BARE_PATH });
  const [candour, limit] = await inTurns(shot, { url: bare.address + BARE_PATH }, CONNECTIONS);
  await bare.app.close();
  tell(title, { candour, limit, queries: dataStatements(transactions) });
}

/** Measures whole filings against the rate at which this machine derives keys at the same settings and does nothing else. */
async function compareFiling(): Promise<void> {
  const filing: Shot = {
    url: `${world.address}/api/v1/concerns`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words: 'What happened.' }),
  };
  const sent = await queriesOf(() => successful(filing));
  const { app, address } = await serveKeyDerivation();
  const [candour, limit] = await inTurns(filing, { url: `${address}/derive`, method: 'POST' }, CONNECTIONS);
  await app.close();
  tell('a concern filed, against key derivation alone', {
    candour,
    limit,
    queries: dataStatements(dataTransactions(sent)),
  });
}

async function serveKeyDerivation(): Promise<Awaited<ReturnType<typeof serveBare>>> {
  const { fastify } = await import('fastify');
  const app = fastify();
  app.post('/derive', async () => ({
    derived: await hash('a secret', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
  }));
  return { app, address: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

async function successful({ url, ...init }: Shot): Promise<void> {
  const answer = await fetch(url, { ...init });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
}

function tell(
  title: string,
  { candour, limit, queries }: { candour: Burst; limit: Burst; queries: number },
): void {
  const ratio = (one: number, other: number): string => (one / other).toFixed(2);
  console.log(
    `${title}: ${ratio(candour.perSecond, limit.perSecond)} of the rate, ${ratio(candour.cpu, limit.cpu)} of the processor time, ` +
      `p50 ${ratio(candour.p50, Math.max(limit.p50, 1))}, p99 ${ratio(candour.p99, Math.max(limit.p99, 1))}, ${queries} queries`,
  );
}

async function tokenOf(part: Part): Promise<string> {
  const actor = await actorOf(world, part);
  const { token } = await world.app
    .get(TokensService)
    .create(actor, { personId: actor.personId ?? '', name: 'bench', days: 1, mayWrite: false });
  return token;
}

async function actorOf({ app }: ServedDemoWorld, part: Part): Promise<Actor> {
  const { rows } = await superuser.query<{ id: string }>('SELECT id FROM identity.person WHERE email = $1', [
    DEMO_PERSONAS[part].email,
  ]);
  const actor = await app.get(ActorsQueries).person(rows[0]?.id ?? '');
  if (!actor) throw new Error(`There is no ${part}.`);
  return actor;
}

async function idOf(place: string): Promise<string> {
  const { rows } = await superuser.query<{ id: string }>(`SELECT id FROM ${place} LIMIT 1`);
  return rows[0]?.id ?? '';
}
