import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { DEMO_PERSONAS } from '../../src/demo-world/personas.js';
import { migrate } from '../../src/platform/database/schema/migrate.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
const CONSOLE = fileURLToPath(new URL('../../src/console/candour.js', import.meta.url));

describe('A newcomer starts Candour with nothing set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-fresh-'));
  const started: ChildProcess[] = [];

  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads where it is, one sign-in for each role and three things to try, and finds a log that holds', async () => {
    const { said, address } = await ready(starting(folder, started));
    for (const { email } of Object.values(DEMO_PERSONAS)) expect(said).toContain(email);
    expect(said).toContain('Three things to try');
    for (const path of ['/health/ready', '/', '/deployments?q=PAVE', '/api/openapi.json'])
      expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
    expect((await fetch(`${address}/privacy`)).headers.get('cache-control')).toBe('no-store');
    const told = execFileSync(process.execPath, [CONSOLE, 'verify'], { env: environment(folder) });
    expect(told.toString()).toContain('Everything agrees.');
    expect(told.toString()).toContain('The log is not signed yet');
  }, 120_000);

  it('finds the data again after the application was killed, keeps its port, and ends without a process on Ctrl-C, however often', async () => {
    started.at(-1)?.kill('SIGKILL');
    const child = starting(folder, started);
    const { said, address } = await ready(child);
    expect(said).not.toContain('Registered');
    expect(await (await fetch(`${address}/api/v1/publications`)).json()).toMatchObject({
      items: [{ serial: 1 }],
    });
    const port = new URL(address).port;
    const second = await ended(starting(folder, started, { PORT: port }));
    expect(second.said).toContain(`Port ${port} is in use. Stop the program that uses it`);
    expect(second.code).toBe(1);
    child.kill('SIGINT');
    const impatient = setInterval(() => child.kill('SIGINT'), 10);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearInterval(impatient);
    expect(code).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  }, 120_000);
});

describe('What stops Candour from starting is one clear sentence and a non-zero exit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-stopped-'));
  const started: ChildProcess[] = [];

  const clients: Client[] = [];
  const databases: TestDatabase[] = [];

  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    for (const client of clients) await client.end();
    for (const database of databases) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('every setting that will not do, all at once', async () => {
    const { said, code } = await ended(starting(folder, started, { PORT: 'abc', LOG_LEVEL: 'loud' }));
    expect(said).toContain('2 settings need attention');
    expect(said).toContain('PORT is "abc"');
    expect(said).toContain('LOG_LEVEL is "loud"');
    expect(code).toBe(1);
  });

  it('a database that is not there', async () => {
    const { said, code } = await ended(
      starting(folder, started, { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }),
    );
    expect(said).toMatch(/^The database could not be reached: .*Check DATABASE_URL/m);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('a migration that fails, by its name, and nothing of it is left', async () => {
    const { given, superuser } = await database();
    await superuser.query('CREATE SCHEMA evidence');
    const { said, code } = await ended(starting(folder, started, given.variables));
    expect(said).toMatch(/^The migration Evidence\d+ could not be run: schema "evidence" already exists/m);
    expect(code).toBe(1);
    const { rows } = await superuser.query("SELECT 1 FROM schema_migration WHERE name LIKE 'Evidence%'");
    expect(rows).toEqual([]);
  }, 60_000);

  it('a login without the rights it needs', async () => {
    const { given, superuser } = await database();
    await superuser.query("DROP ROLE IF EXISTS weak_login; CREATE ROLE weak_login LOGIN PASSWORD 'weak'");
    const weak = Object.assign(new URL(given.ownerUrl), { username: 'weak_login', password: 'weak' }).href;
    const { said, code } = await ended(starting(folder, started, { ...given.variables, DATABASE_URL: weak }));
    expect(said).toMatch(/must own the database and be able to create roles/);
    expect(code).toBe(1);
  }, 60_000);

  it('a demo world whose loading was stopped', async () => {
    const { given, superuser } = await database();
    await migrate(given.connection);
    await superuser.query(`BEGIN; SET LOCAL session_replication_role = 'replica';
      INSERT INTO organisations.organisation (id, revision, key, name, type, other_names, fictional, source, confidence)
      VALUES (gen_random_uuid(), 1, 'example-vale-trust', 'Half', 'NHS_MH_TRUST', '{}', true, 'x', 'B'); COMMIT`);
    const { said, code } = await ended(starting(folder, started, given.variables));
    expect(said).toMatch(/^The demo world was stopped while it was being loaded/m);
    expect(code).toBe(1);
  }, 60_000);

  async function database(): Promise<{ given: TestDatabase; superuser: Client }> {
    const given = await emptyDatabase();
    databases.push(given);
    return { given, superuser: await connected(given.superuserUrl) };
  }

  async function connected(url: string): Promise<Client> {
    const client = new Client({ connectionString: url });
    await client.connect();
    clients.push(client);
    return client;
  }
});

function starting(
  folder: string,
  started: ChildProcess[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, [MAIN], { env: { ...environment(folder), ...variables } });
  started.push(child);
  return child;
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: folder, CANDOUR_FOLDER: folder, PORT: '0', LOG_LEVEL: 'fatal' };
}

/** A start that neither ends nor becomes ready within this time is at fault, and is ended. */
const PATIENCE_MS = 50_000;

/** Waits until it says that it is ready. */
async function ready(child: ChildProcess): Promise<{ said: string; address: string }> {
  const told = hearing(child);
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`It ended: ${told.text}`)));
    child.stdout?.on('data', () => {
      const address = /ready at (\S+)/.exec(told.text)?.[1];
      if (address === undefined || !told.text.includes('It stops on Ctrl-C')) return;
      clearTimeout(patience);
      resolve({ said: told.text, address });
    });
  });
}

async function ended(child: ChildProcess): Promise<{ said: string; code: number | null }> {
  const told = hearing(child);
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(patience);
  return { said: told.text, code };
}

function hearing(child: ChildProcess): { text: string } {
  const told = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => (told.text += bytes.toString()));
  return told;
}

/** Every process whose command names this folder: the database server is one of them while it runs. */
function processesOf(folder: string): string[] {
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return running.split('\n').filter((line) => line.includes(folder));
}
