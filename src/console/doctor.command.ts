import { access, constants, mkdir } from 'node:fs/promises';
import { Client } from 'pg';
import { createTransport } from 'nodemailer';
import { pendingMigrations } from '../platform/database/migrate.js';
import type { CalendarDay } from '../kernel/calendar-day.js';
import { SystemClock } from '../kernel/clock.js';
import { ENGLAND_AND_WALES } from '../kernel/working-days/england-and-wales.js';
import { missingYear } from '../kernel/working-days/working-day-calendar.js';
import type { Connection } from '../platform/database/connection.js';
import type { Settings } from '../platform/settings/settings.js';
import { succeeded, foundFaults, type CommandResult } from './command-result.js';
import { withConnection } from './candour-context.js';

interface Check {
  readonly name: string;
  readonly well: boolean;
  readonly note: string;
}

const OLDEST_POSTGRES = 150_000;

/** `candour doctor`: looks at what Candour needs here, and says what to mend. */
export async function doctorCommand(): Promise<CommandResult> {
  const checks = await withConnection(examine);
  const lines = checks.map(({ name, well, note }) => `${well ? 'ok  ' : 'MEND'}  ${name}: ${note}`);
  const json = { checks: checks.map(({ name, well, note }) => ({ name, well, note })) };
  return checks.every(({ well }) => well) ? succeeded(lines, json) : foundFaults(lines, json);
}

async function examine(settings: Settings, connection: Connection): Promise<Check[]> {
  return [
    { name: 'Node', well: true, note: process.version },
    { name: 'Settings', well: true, note: `${settings.mode} mode, ${settings.publicUrl}` },
    await databaseVersion(connection),
    await checksums(connection),
    await migrations(connection),
    await engagements(connection),
    await login(connection),
    await folder(settings),
    await mail(settings),
    bankHolidays(new SystemClock().today()),
  ];
}

async function databaseVersion({ ownerUrl }: Connection): Promise<Check> {
  return check('PostgreSQL', async () => {
    const version = await ask(ownerUrl, "SELECT current_setting('server_version') AS value");
    const number = Number(await ask(ownerUrl, "SELECT current_setting('server_version_num') AS value"));
    return { well: number >= OLDEST_POSTGRES, note: `version ${version}; 15 or later is needed` };
  });
}

async function checksums({ ownerUrl }: Connection): Promise<Check> {
  return check('Data checksums', async () => {
    const value = await ask(ownerUrl, "SELECT current_setting('data_checksums') AS value");
    return {
      well: value === 'on',
      note: value === 'on' ? 'on' : 'off: silent damage on disk would not be noticed',
    };
  });
}

async function migrations({ ownerUrl }: Connection): Promise<Check> {
  return check('Migrations', async () => {
    const waiting = await pendingMigrations(ownerUrl);
    return { well: !waiting, note: waiting ? 'some have not run: use candour migrate' : 'all have run' };
  });
}

async function engagements({ ownerUrl }: Connection): Promise<Check> {
  return check('What people take part in', async () => {
    const differing = await ask(
      ownerUrl,
      'SELECT count(*)::text AS value FROM access.engagement_differences()',
    );
    return {
      well: differing === '0',
      note:
        differing === '0'
          ? 'follows from the records'
          : `${differing} differ from the records: as the owner of the database, run SELECT access.settle_everything()`,
    };
  });
}

async function login({ appUrl }: Connection): Promise<Check> {
  return check("The application's login", async () => {
    const value = await ask(
      appUrl,
      'SELECT (rolsuper OR rolbypassrls)::text AS value FROM pg_roles WHERE rolname = current_user',
    );
    const well = value === 'false';
    return {
      well,
      note: well ? 'works and has no rights of its own' : 'may do anything: give it a login without rights',
    };
  });
}

async function folder({ folder: path }: Settings): Promise<Check> {
  return check('Folder', async () => {
    await mkdir(path, { recursive: true });
    await access(path, constants.R_OK | constants.W_OK);
    return { well: true, note: `${path} can be written` };
  });
}

async function mail({ smtpUrl }: Settings): Promise<Check> {
  if (smtpUrl === undefined)
    return { name: 'Mail', well: true, note: 'no SMTP_URL: mail stays in the outbox' };
  return check('Mail', async () => {
    await createTransport(smtpUrl).verify();
    return { well: true, note: 'the mail server answers' };
  });
}

function bankHolidays(today: CalendarDay): Check {
  const missing = missingYear(today, ENGLAND_AND_WALES);
  const { years, edition } = ENGLAND_AND_WALES;
  const known = `known to the end of ${years.at(-1)?.year ?? 'no year'}, as of ${edition}`;
  const mend = `those of ${missing} are missing: add them to register/bank-holidays.yaml`;
  return { name: 'Bank holidays', well: missing === null, note: missing === null ? known : mend };
}

async function check(name: string, look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (fault) {
    return { name, well: false, note: fault instanceof Error ? fault.message : 'does not answer' };
  }
}

async function ask(url: string, query: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: string }>(query);
    return rows[0]?.value ?? '';
  } finally {
    await client.end();
  }
}
