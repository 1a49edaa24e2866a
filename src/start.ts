import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication, webSettingsOf } from './application.js';
import { welcome } from './demo-world/welcome.js';
import { Refusal } from './kernel/refusal.js';
import { migrate, pendingMigrations } from './platform/database/schema/migrate.js';
import { refuseMightyLogin } from './platform/database/roles/login-fault.js';
import type { Connection } from './platform/database/reaching/connection.js';
import { asLongWork } from './platform/database/waiting/time-limits.js';
import { faultRecord } from './platform/logging/fault-record.js';
import { jsonLog } from './platform/logging/json-log.js';
import { openConnection, type OpenConnection } from './platform/database/reaching/open-connection.js';
import { restWhenIdle } from './web/rest-when-idle.js';
import { processVariables, readSettings } from './platform/settings/read-settings.js';
import type { Settings } from './platform/settings/settings.js';
import { StartFault } from './platform/start-fault.js';

/**
 * Starts Candour: settings, database, migrations, the demo world, and then the pages. It ends cleanly on Ctrl-C, and
 * whatever stops it from starting is one clear sentence and a non-zero exit.
 */
export async function start(): Promise<void> {
  try {
    const settings = readSettings(processVariables());
    logWhatNobodyCaught(settings);
    await startWith(settings, await openConnection(settings));
  } catch (fault) {
    process.stderr.write(`\n${sentenceOf(fault)}\n`);
    process.exitCode = 1;
  }
}

async function startWith(settings: Settings, database: OpenConnection): Promise<void> {
  let app: NestFastifyApplication | null = null;
  try {
    const { connection } = database;
    await bringUpToDate(connection);
    if (settings.mode === 'demo') {
      const { loadDemoWorld } = await import('./demo-world/demo-world.js');
      await asLongWork(() => loadDemoWorld({ settings, connection, web: webSettingsOf(settings) }, say));
    }
    app = await createApplication(settings, connection);
    await listen(app, settings);
    endOnSignal(app, database);
    say(welcome(settings, await app.getUrl()));
    restWhenIdle(app);
  } catch (fault) {
    await app?.close();
    await database.close();
    throw fault;
  }
}

/** With the owner's address the schema is brought to this version; without it, it must be there already. */
async function bringUpToDate(connection: Connection): Promise<void> {
  if (connection.ownerUrl !== undefined) {
    const ran = await migrate(connection);
    if (ran.length > 0) say(`Ran ${ran.length} migrations.`);
    return;
  }
  const waiting = await pendingMigrations(connection).catch((fault: unknown) => {
    if (fault instanceof StartFault) throw fault;
    const reason = fault instanceof Error ? fault.message : 'it does not answer';
    throw new StartFault(
      `The database could not be reached: ${reason}. Check DATABASE_APP_URL, then start again.`,
    );
  });
  if (waiting)
    throw new StartFault(
      'The database has not been migrated for this version and this login. Run candour migrate with the same DATABASE_APP_URL where DATABASE_URL names the owner, then start again.',
    );
  await refuseMightyLogin(connection);
}

/** What nobody caught leaves the process in an unknown state: it is logged without values, and the process ends. */
function logWhatNobodyCaught(settings: Settings): void {
  const log = jsonLog(settings);
  process.on('uncaughtException', (fault) => {
    log.fatal({ about: 'Process', ...faultRecord(fault) });
    process.exit(1);
  });
}

async function listen(app: NestFastifyApplication, { host, port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : null;
    if (code === 'EADDRINUSE')
      throw new StartFault(
        `Port ${port} is in use. Stop the program that uses it, or set PORT to another number.`,
      );
    if (code === 'EACCES')
      throw new StartFault(`Port ${port} may not be used by this account. Set PORT to a number above 1024.`);
    throw fault;
  }
}

/** Ends once, however often it is asked: a terminal and npm each send the signal of one Ctrl-C. */
function endOnSignal(app: NestFastifyApplication, database: OpenConnection): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    app
      .close()
      .then(() => database.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof StartFault) return fault.message;
  if (fault instanceof Refusal) return `Candour could not start. ${fault.detail}`;
  return `Candour could not start: ${fault instanceof Error ? fault.message : 'an unknown fault'}.`;
}
