import { join } from 'node:path';
import { ContentsCheck } from '../../evidence/contents/contents-check.js';
import { Verification } from '../../ledger/verification/verification.js';
import { VerificationQueries } from '../../ledger/verification/verification.queries.js';
import { describeRef } from '../../kernel/record-ref.js';
import type { Connection } from '../../platform/database/reaching/connection.js';
import { pendingMigrations } from '../../platform/database/schema/migrate.js';
import { openDatabase } from '../../platform/database/reaching/open-database.js';
import { DiskFileStore } from '../../platform/files/disk-file-store.js';
import type { Settings } from '../../platform/settings/settings.js';

const OLDER =
  'The log was not asked: the schema is older than this version of Candour. Back up with the version that serves, or migrate first.';

/** What the log finds of the database and the files, as sentences; empty when everything agrees. It needs no keys. */
export async function verified(settings: Settings, connection: Connection): Promise<readonly string[]> {
  if (await pendingMigrations(connection)) return [OLDER];
  await import('../../app.module.js');
  const database = await openDatabase(settings, connection);
  try {
    const verification = new Verification(new VerificationQueries(database));
    const files = new DiskFileStore(join(settings.folder, 'files'));
    verification.lookAlso(new ContentsCheck(database, files, verification));
    const { discrepancies } = await verification.run();
    return discrepancies.map(
      ({ about, finding }) => `The log does not agree about ${describeRef(about)}: ${finding}`,
    );
  } finally {
    await database.close();
  }
}
