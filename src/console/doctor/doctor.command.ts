import { SystemClock } from '../../kernel/clock.js';
import type { Connection } from '../../platform/database/reaching/connection.js';
import type { Settings } from '../../platform/settings/settings.js';
import { withConnection } from '../candour-context.js';
import { foundFaults, succeeded, type CommandResult } from '../command-result.js';
import { catalogueCheck } from './catalogue-check.js';
import { check, withDatabase, type Check } from './check.js';
import { databaseChecks } from './database-checks.js';
import { machineChecks } from './machine-checks.js';
import { readersChecks } from './readers-checks.js';
import { unnamedFiles } from './unnamed-files-check.js';

/** `candour doctor`: looks at what Candour needs here, and says what to mend. */
export async function doctorCommand(): Promise<CommandResult> {
  const checks = await withConnection(examine);
  const lines = checks.flatMap(({ name, well, note, pieces = [] }) => [
    `${well ? 'ok  ' : 'MEND'}  ${name}: ${note}`,
    ...pieces.map((piece) => `        ${piece}`),
  ]);
  const json = {
    checks: checks.map(({ name, well, note, pieces }) => ({
      name,
      well,
      note,
      ...(pieces && { pieces: [...pieces] }),
    })),
  };
  return checks.every(({ well }) => well) ? succeeded(lines, json) : foundFaults(lines, json);
}

async function examine(settings: Settings, connection: Connection): Promise<Check[]> {
  return [
    ...(await machineChecks(settings, new SystemClock().today())),
    ...(await databaseChecks(connection)),
    await catalogueCheck(connection),
    ...(await readersChecks(settings, connection)),
    await check('Kept files', () =>
      withDatabase(settings, connection, (database) => unnamedFiles(settings, database)),
    ),
  ];
}
