import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { templateDatabase, type TestDatabase } from '../support/server.js';

const FILERS = 200;
const KILLED_AFTER = 40;
const ROUNDS = [1, 2, 3, 4, 5];

interface Acknowledged {
  readonly reference: string;
  readonly secret: string;
}

describe('Nothing that was acknowledged is lost', () => {
  let database: TestDatabase;
  let server: Served;
  const folder = mkdtempSync(join(tmpdir(), 'candour-killed-'));

  beforeAll(async () => {
    database = await templateDatabase();
    server = await serve(database, folder);
  });

  afterAll(async () => {
    server.process.kill('SIGKILL');
    await database.drop();
  });

  it.each(ROUNDS)(
    'when the application is killed while two hundred people file: round %s',
    async () => {
      const acknowledged: Acknowledged[] = [];
      const filing = Array.from({ length: FILERS }, async (_, person) => {
        const receipt = await file(server.address, person).catch(() => null);
        if (!receipt) return;
        acknowledged.push(receipt);
        if (acknowledged.length === KILLED_AFTER) server.process.kill('SIGKILL');
      });
      await Promise.all(filing);
      expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AFTER);
      expect(acknowledged.length).toBeLessThan(FILERS);

      server = await serve(database, folder);
      const answers = await Promise.all(
        acknowledged.map((receipt) => post(`${server.address}/api/v1/concerns/receipt`, receipt)),
      );
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      expect(new Set(acknowledged.map(({ reference }) => reference)).size).toBe(acknowledged.length);
      expect(await halves(database)).toEqual({ withoutEvent: 0, withoutRecord: 0 });
    },
    180_000,
  );
});

interface Served {
  readonly process: ChildProcess;
  readonly address: string;
}

async function serve(database: TestDatabase, folder: string): Promise<Served> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../support/hold-application.js', import.meta.url))],
    {
      env: {
        ...process.env,
        CANDOUR_FOLDER: folder,
        CANDOUR_SECRET: 'a secret that is long enough for tests only',
        LOG_LEVEL: 'silent',
        ...database.variables,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /serving at (\S+)/.exec(text.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error('The application ended before it served.')));
  });
  return { process: child, address };
}

async function file(address: string, person: number): Promise<Acknowledged | null> {
  const answer = await post(`${address}/api/v1/concerns`, { words: `What happened to person ${person}.` });
  if (answer.status !== 201) return null;
  const { reference, secret } = (await answer.json()) as Acknowledged;
  return { reference, secret };
}

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Concerns that the log does not know, and events about concerns that do not exist. */
async function halves(database: TestDatabase): Promise<{ withoutEvent: number; withoutRecord: number }> {
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query<{ withoutEvent: number; withoutRecord: number }>(
    `SELECT (SELECT count(*)::int FROM concerns.concern c
        WHERE NOT EXISTS (SELECT FROM ledger.event e WHERE e.subject_id = c.id)) AS "withoutEvent",
      (SELECT count(*)::int FROM ledger.event e
        WHERE e.subject_kind = 'concern' AND NOT EXISTS (SELECT FROM concerns.concern c WHERE c.id = e.subject_id)) AS "withoutRecord"`,
  );
  await superuser.end();
  return rows[0] ?? { withoutEvent: -1, withoutRecord: -1 };
}
