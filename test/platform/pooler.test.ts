import { Client } from 'pg';
import { createApplication } from '../../src/application.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { running } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Connection } from '../../src/platform/database/reaching/connection.js';
import { migrate } from '../../src/platform/database/schema/migrate.js';
import { askForJob } from '../../src/platform/jobs/job-request.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { PageReader } from '../support/page-reader.js';
import { poolerPrograms, startPooler, type Pooler, type PoolerProgram } from '../support/pooler.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { templateDatabase, type TestDatabase } from '../support/server.js';
import { testSettings } from '../support/settings.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

interface Way {
  readonly named: string;
  readonly program?: PoolerProgram;
}

const programs = poolerPrograms();
const WAYS: readonly Way[] =
  programs.length === 0
    ? [{ named: 'no pooler, because none is installed' }]
    : programs.map((program) => ({ named: `PgBouncer ${program.version} that pools transactions`, program }));

describe.each(WAYS)('Candour behind $named', ({ program }) => {
  let pooler: Pooler;
  let world: RunningCandour;

  beforeAll(async () => {
    const nearby = await templateDatabase();
    pooler = await startPooler(program, [nearby.appUrl, nearby.ownerUrl]);
    await nearby.drop();
    world = await runningCandour({
      variables: { DATABASE_PREPARED_STATEMENTS: program?.keepsPrepared === true ? 'yes' : 'no' },
      connection: pooled,
    });
  }, 60_000);

  afterAll(async () => {
    await world.close();
    await pooler.stop();
  });

  it('somebody says what happened, page by page, and comes back with their receipt', async () => {
    const page = new PageReader(world.address);
    await page.open('/answers/online');
    await page.press();
    await page.open('/answers/about');
    await page.choose('Something else').press();
    await page.open('/answers/check');
    await page.press('Send');
    expect(page.heading).toBe('We have your answers');
  }, 60_000);

  it('sixteen people who read at the same moment through two connections each see themselves', async () => {
    const people: SignedIn[] = [];
    for (let person = 0; person < 16; person += 1) people.push(await signedIn(world, 'REVIEWER'));
    const rounds = Array.from({ length: 12 }, () => people).flat();
    const wrong = await Promise.all(
      rounds.map(async ({ personId, token }) => {
        const answer = await fetch(`${world.address}/api/v1/account`, {
          headers: { authorization: `Bearer ${token}` },
        });
        const said = await answer.text();
        return answer.status === 200 && said.includes(personId) ? [] : [`${answer.status} ${said}`];
      }),
    );
    expect(wrong.flat()).toEqual([]);
  }, 60_000);

  it('leaves no role, person or other setting on a connection that the next one is handed', async () => {
    const next = new Client({ connectionString: pooler.through(world.database.appUrl) });
    await next.connect();
    const seen = new Set<string>();
    const { token } = await signedIn(world, 'ADMIN');
    for (let turn = 0; turn < 40; turn += 1) {
      await fetch(`${world.address}/api/v1/account`, { headers: { authorization: `Bearer ${token}` } });
      const { rows } = await next.query<{ role: string; left: string }>(
        `SELECT current_user::text AS role, concat(current_setting('candour.person', true),
           current_setting('candour.memberships', true), current_setting('candour.receipt', true)) AS left`,
      );
      for (const { role, left } of rows) seen.add(`${role} ${left}`);
    }
    await next.end();
    expect([...seen]).toEqual(['candour_app ']);
  }, 60_000);

  it('jobs are done over a connection of their own', async () => {
    const done = new Promise<void>((resolve) => {
      world.app.get(Worker).teach('is done', async () => {
        resolve();
        return Promise.resolve({});
      });
    });
    const { statement } = askForJob({ task: 'is done', title: 'is done', askedBy: null, input: {} });
    await world.app.get(Ledger).perform(OPERATOR, running(statement));
    await done;
  }, 30_000);

  function pooled({ connection }: TestDatabase): Connection {
    return new Connection({ ...connection, appUrl: pooler.through(connection.appUrl) });
  }

  if (program === undefined) return;

  it('refuses to start when jobs would have to listen through the pooler, and says what to set', async () => {
    const { database } = world;
    const through = pooler.through(database.appUrl);
    const connection = new Connection({ ...database.connection, appUrl: through, workerUrl: through });
    await expect(createApplication(testSettings(), connection)).rejects.toThrow(/Set DATABASE_WORKER_URL/);
  }, 30_000);

  it('refuses to migrate through the pooler', async () => {
    const { connection } = world.database;
    const ownerUrl = pooler.through(connection.owner());
    await expect(migrate(new Connection({ ...connection, ownerUrl }))).rejects.toThrow(
      /Set DATABASE_URL to an address of PostgreSQL itself/,
    );
  });
});
