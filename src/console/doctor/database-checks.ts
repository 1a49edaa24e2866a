import { pendingMigrations } from '../../platform/database/schema/migrate.js';
import type { Connection } from '../../platform/database/reaching/connection.js';
import { isBehindPooler } from '../../platform/database/reaching/behind-pooler.js';
import { loginFault, loginFaultSentence } from '../../platform/database/roles/login-fault.js';
import { ask, check, onConnection, type Check } from './check.js';

const OLDEST_POSTGRES = 150_000;
const MOST_DRIFT_SECONDS = 2;

/** What PostgreSQL itself must be, and how the application reaches it. */
export async function databaseChecks(connection: Connection): Promise<Check[]> {
  return [
    await version(connection),
    await checksums(connection),
    await clock(connection),
    await migrations(connection),
    await engagements(connection),
    await login(connection),
    await pooler(connection),
  ];
}

function version({ ownerUrl, appUrl }: Connection): Promise<Check> {
  return check('PostgreSQL', async () => {
    const name = await ask(ownerUrl ?? appUrl, "SELECT current_setting('server_version') AS value");
    const number = Number(
      await ask(ownerUrl ?? appUrl, "SELECT current_setting('server_version_num') AS value"),
    );
    return { well: number >= OLDEST_POSTGRES, note: `version ${name}; 15 or later is needed` };
  });
}

function checksums({ ownerUrl, appUrl }: Connection): Promise<Check> {
  return check('Data checksums', async () => {
    const well =
      (await ask(ownerUrl ?? appUrl, "SELECT current_setting('data_checksums') AS value")) === 'on';
    return { well, note: well ? 'on' : 'off: silent damage on disk would not be noticed' };
  });
}

/** Days are counted by this machine's clock and moments by that of PostgreSQL, so the two must agree. */
function clock({ ownerUrl, appUrl }: Connection): Promise<Check> {
  return check('Clock', async () => {
    const drift = await onConnection(ownerUrl ?? appUrl, async (client) => {
      const before = Date.now();
      const { rows } = await client.query<{ value: string }>(
        'SELECT extract(epoch FROM clock_timestamp())::text AS value',
      );
      return Math.abs(Number(rows[0]?.value) - (before + Date.now()) / 2000);
    });
    const well = drift <= MOST_DRIFT_SECONDS;
    const mend = `${Math.round(drift)} seconds from that of PostgreSQL: set both by the same time server`;
    return { well, note: well ? 'agrees with that of PostgreSQL' : mend };
  });
}

function migrations(connection: Connection): Promise<Check> {
  return check('Migrations', async () => {
    const waiting = await pendingMigrations(connection);
    return { well: !waiting, note: waiting ? 'some have not run: use candour migrate' : 'all have run' };
  });
}

function engagements({ appUrl, roles }: Connection): Promise<Check> {
  return check('What people take part in', async () => {
    const differing = await ask(
      appUrl,
      'SELECT count(*)::text AS value FROM access.engagement_differences()',
      roles.of('candour_operator'),
    );
    const mend = `${differing} differ from the records: as the owner of the database, run SELECT access.settle_everything()`;
    return { well: differing === '0', note: differing === '0' ? 'follows from the records' : mend };
  });
}

function login({ appUrl, roles }: Connection): Promise<Check> {
  return check("The application's login", async () => {
    const name = decodeURIComponent(new URL(appUrl).username);
    const fault = await onConnection(appUrl, (client) => loginFault(client, roles, name));
    if (fault === null) return { well: true, note: 'works and has no rights of its own' };
    return { well: false, note: loginFaultSentence(name, fault) };
  });
}

function pooler({ appUrl, workerUrl }: Connection): Promise<Check> {
  return check('Pooler', async () => {
    if (await onConnection(workerUrl, isBehindPooler))
      return {
        well: false,
        note: 'jobs cannot listen through it: set DATABASE_WORKER_URL to PostgreSQL itself',
      };
    const pooled = await onConnection(appUrl, isBehindPooler);
    return {
      well: true,
      note: pooled
        ? 'one stands before PostgreSQL, and jobs go past it'
        : 'none: connections reach PostgreSQL itself',
    };
  });
}
