import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { createApplication } from '../../src/application.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { Connection } from '../../src/platform/database/reaching/connection.js';
import { migrate } from '../../src/platform/database/schema/migrate.js';
import { refuseMightyLogin } from '../../src/platform/database/roles/login-fault.js';
import { freePort } from '../../src/platform/embedded-database/free-port.js';
import { Cluster, SERVERS } from '../support/production/cluster.js';
import { runConsole } from '../support/console.js';
import { anOrganisation } from '../support/organisations.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';
import { testSettings } from '../support/settings.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
describe.each(SERVERS)('On %s, whose owner of a database is no superuser', (which) => {
  let server: Cluster | undefined;
  let first: TestDatabase;
  let second: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'candour-installation-'));

  beforeAll(async () => {
    server = which === 'PostgreSQL 15' ? await Cluster.made(which) : undefined;
    [first, second] = [await emptyDatabase(server?.url), await emptyDatabase(server?.url)];
    await migrate(first.connection);
  }, 120_000);

  afterAll(async () => {
    await first.drop();
    await second.drop();
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('people are added and written to from the console, and the log agrees', async () => {
    expect(await candour('keys', 'make')).toMatchObject({ exitCode: 0 });
    const added = await candour(
      'user',
      'add',
      '--name',
      'Ada',
      '--email',
      'ada@example.org',
      '--role',
      'ADMIN',
    );
    expect(added).toMatchObject({ exitCode: 0 });
    expect(await candour('verify')).toMatchObject({ exitCode: 0, json: { discrepancies: [] } });
  }, 60_000);

  it('a change is kept with its event and refused without one', async () => {
    const app = await createApplication(testSettings(), first.connection);
    await app
      .get(Ledger)
      .perform(OPERATOR, adding('register', Organisation, anOrganisation({ name: 'Example' })));
    await app.close();
    const refused = await as(
      first.appUrl,
      `BEGIN; SET LOCAL ROLE ${first.connection.roles.of('candour_operator')};
      UPDATE identity.person SET revision = revision + 1; COMMIT`,
    ).catch(String);
    expect(refused).toContain('has no event in its transaction');
  }, 60_000);

  it('a second Candour that would share the roles of the first is refused, and the first goes on', async () => {
    const shared = new Connection({ ...second.connection, roles: first.connection.roles });
    await expect(migrate(shared)).rejects.toThrow(/belong to another Candour .* Set DATABASE_ROLES/);
    expect(await as(first.appUrl, 'SELECT 1 AS value')).toEqual([1]);
  });

  it('with names of its own it migrates, and the login of one can become nobody in the other', async () => {
    await migrate(second.connection);
    const [{ username: ours }, theirs] = [
      new URL(first.appUrl),
      second.connection.roles.of('candour_operator'),
    ];
    const across = Object.assign(new URL(second.appUrl), { username: ours }).href;
    await expect(as(across, `SET ROLE ${theirs}`)).rejects.toThrow(/permission denied to set role/);
    await expect(as(across, 'SELECT name AS value FROM identity.person')).rejects.toThrow(
      /permission denied/,
    );
  }, 60_000);

  it('keeps a password that it did not make, says so, and changes it only when told to', async () => {
    const other = Object.assign(new URL(first.appUrl), { password: 'another-one' }).href;
    const changed = new Connection({ ...first.connection, appUrl: other, workerUrl: other });
    await expect(migrate(changed)).rejects.toThrow(/knows another password .* --new-password/);
    expect(await as(first.appUrl, 'SELECT 1 AS value')).toEqual([1]);
    await migrate(changed, { newPassword: true });
    expect(await as(other, 'SELECT 1 AS value')).toEqual([1]);
    await migrate(first.connection, { newPassword: true });
  }, 60_000);

  it('works with any login that exists, which gets no right of its own, and refuses one that does not', async () => {
    const login = `${new URL(first.appUrl).username}_made_by_hand`;
    const appUrl = Object.assign(new URL(first.appUrl), { username: login }).href;
    const named = new Connection({ ...first.connection, appUrl, workerUrl: appUrl });
    await expect(migrate(named)).rejects.toThrow(
      `The login ${login} that DATABASE_APP_URL names does not exist.`,
    );
    await as(first.superuserUrl, `CREATE ROLE ${login} LOGIN NOINHERIT PASSWORD 'only-for-tests'`);
    await migrate(named);
    const operator = first.connection.roles.of('candour_operator');
    expect(await as(appUrl, `SET ROLE ${operator}; SELECT name AS value FROM identity.person`)).toEqual([
      'Ada',
    ]);
    await expect(as(appUrl, 'SELECT name AS value FROM identity.person')).rejects.toThrow(
      /permission denied/,
    );
    await as(first.superuserUrl, `DROP OWNED BY ${login}; DROP ROLE ${login}`);
  }, 60_000);

  it.each([
    ['NOINHERIT SUPERUSER', 'is a superuser'],
    ['NOINHERIT BYPASSRLS', 'passes row-level security by (BYPASSRLS)'],
    ['NOINHERIT CREATEROLE', 'may create roles (CREATEROLE)'],
    ['NOINHERIT IN ROLE definer', 'may become '],
    ['IN ROLE member', 'has the rights of everybody at once'],
  ])('refuses a login made with %s, for which no wall would hold', async (rights, reason) => {
    const { roles } = first.connection;
    const login = `${roles.of('candour_app')}_mighty`;
    const made = rights
      .replace('definer', roles.of('candour_definer'))
      .replace('member', roles.of('candour_member'));
    await as(first.superuserUrl, `CREATE ROLE ${login} LOGIN PASSWORD 'only-for-tests' ${made}`);
    const appUrl = Object.assign(new URL(first.appUrl), { username: login }).href;
    const named = new Connection({ ...first.connection, appUrl, workerUrl: appUrl });
    await expect(migrate(named)).rejects.toThrow(reason);
    await expect(refuseMightyLogin(named)).rejects.toThrow(reason);
    await as(first.superuserUrl, `DROP OWNED BY ${login}; DROP ROLE ${login}`);
  });

  it.each([
    [
      'ALTER ROLE member BYPASSRLS',
      'ALTER ROLE member NOBYPASSRLS',
      /leads to the role \w+_member, which is a/,
    ],
    [
      'ALTER ROLE definer SUPERUSER',
      'ALTER ROLE definer NOSUPERUSER',
      /leads to the role \w+_definer, which is/,
    ],
    ['GRANT operator TO public', 'REVOKE operator FROM public', /_public, which was let become/],
    [
      "ALTER ROLE app SET session_replication_role = 'replica'",
      'ALTER ROLE app RESET ALL',
      /begins every session with session_replication_role=replica/,
    ],
    [
      "ALTER ROLE app SET candour.memberships = 'ADMIN@'",
      'ALTER ROLE app RESET ALL',
      /begins every session with candour\.memberships/,
    ],
    [
      'CREATE ROLE "app above" BYPASSRLS; GRANT "app above" TO app',
      'DROP ROLE "app above"',
      /leads to the role \w+_app above, which is a/,
    ],
    ['ALTER ROLE app REPLICATION', 'ALTER ROLE app NOREPLICATION', /may copy the whole server/],
    [
      'GRANT pg_read_all_data TO app',
      'REVOKE pg_read_all_data FROM app',
      /data or files of the whole server/,
    ],
    [
      'GRANT SET ON PARAMETER session_replication_role TO operator',
      'REVOKE SET ON PARAMETER session_replication_role FROM operator',
      /may switch off every trigger/,
    ],
  ])('refuses to serve after %s, because no wall would hold', async (done, undone, reason) => {
    const { connection, superuserUrl } = first;
    await as(superuserUrl, withRolesOf(connection, done));
    try {
      await expect(refuseMightyLogin(connection)).rejects.toThrow(reason);
      await expect(migrate(connection)).rejects.toThrow(reason);
    } finally {
      await as(superuserUrl, withRolesOf(connection, undone));
    }
    await refuseMightyLogin(connection);
  });

  it.each([
    'ALTER ROLE app SET synchronous_commit = local',
    "ALTER ROLE app SET search_path = 'pg_catalog', 'elsewhere'",
    'ALTER ROLE app SET session_replication_role = origin',
    "ALTER ROLE app SET statement_timeout = '1min'",
    "ALTER ROLE app CONNECTION LIMIT 90 VALID UNTIL '2100-01-01'",
    'GRANT pg_monitor TO app',
  ])('serves after %s, which a server may have for good reasons', async (done) => {
    const { connection, superuserUrl } = first;
    await as(superuserUrl, withRolesOf(connection, done));
    try {
      await refuseMightyLogin(connection);
    } finally {
      const undone = "ALTER ROLE app RESET ALL; ALTER ROLE app CONNECTION LIMIT -1 VALID UNTIL 'infinity'";
      await as(superuserUrl, withRolesOf(connection, `${undone}; REVOKE pg_monitor FROM app`));
    }
  });

  it('refuses the owner as the login of the application', async () => {
    const { ownerUrl } = first;
    const named = new Connection({ ...first.connection, appUrl: ownerUrl, workerUrl: ownerUrl });
    await expect(migrate(named)).rejects.toThrow('owns the database, so that no wall would hold');
  });

  it('a process without the address of the owner serves what was migrated, and says what is missing where nothing was', async () => {
    const unmigrated = await emptyDatabase(server?.url);
    const { username, password } = new URL(unmigrated.appUrl);
    await as(first.superuserUrl, `CREATE ROLE ${username} LOGIN NOINHERIT PASSWORD '${password}'`);
    expect(await started(unmigrated)).toContain(
      'The database has not been migrated for this version and this login.',
    );
    await unmigrated.drop();
    expect(await started(first)).toContain('ready 200');
  }, 60_000);

  it('such a process of an older version does not begin to serve what a newer one has migrated', async () => {
    const later = "'OfALaterVersion9999999999999'";
    await as(
      first.superuserUrl,
      `INSERT INTO public.schema_migration (timestamp, name) VALUES (1, ${later})`,
    );
    expect(await started(first)).toMatch(
      /newer than this version of Candour: the migration OfALaterVersion9999999999999 ran there(?![^]*ready)/,
    );
    await as(first.superuserUrl, `DELETE FROM public.schema_migration WHERE name = ${later}`);
  }, 60_000);

  /** What a process says that was given the application's login and nothing else, or that it is ready. */
  async function started({ variables }: TestDatabase): Promise<string> {
    const { DATABASE_APP_URL, DATABASE_ROLES } = variables;
    const port = String(await freePort(undefined));
    const env = { ...production(), DATABASE_APP_URL, DATABASE_ROLES, PORT: port };
    const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...env } });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const ended = once(child, 'exit');
    for (let looks = 0; looks < 600 && child.exitCode === null && !said.includes('ready at'); looks += 1)
      await Promise.race([ended, pause(100)]);
    if (child.exitCode === null) {
      said += `ready ${(await fetch(`http://127.0.0.1:${port}/health/ready`)).status}`;
      child.kill('SIGTERM');
    }
    await ended;
    return said;
  }

  function candour(...words: string[]): ReturnType<typeof runConsole> {
    return runConsole({ ...production(), ...first.variables }, ...words);
  }

  function production(): Readonly<Record<string, string>> {
    return {
      ...PRODUCTION_VARIABLES,
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
      CANDOUR_FOLDER: folder,
      PORT: '0',
      LOG_LEVEL: 'fatal',
    };
  }
});

/** The statements, with the words for roles put into the names that they have in this installation. */
function withRolesOf({ roles }: Connection, statements: string): string {
  return (['app', 'definer', 'member', 'operator', 'public'] as const).reduce(
    (said, role) => said.replaceAll(new RegExp(`\\b${role}\\b`, 'g'), roles.of(`candour_${role}`)),
    statements,
  );
}

/** The values that the last statement yields, asked at this address. */
async function as(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const answered: unknown = await client.query(text);
    const last: unknown = Array.isArray(answered) ? answered.at(-1) : answered;
    return typeof last === 'object' && last !== null && 'rows' in last && Array.isArray(last.rows)
      ? last.rows.map(({ value }: { value: unknown }) => value)
      : [];
  } finally {
    await client.end();
  }
}
