import { join, resolve } from 'node:path';
import { idsOfKeyFiles } from '../../concerns/envelopes/keys/key-files.js';
import { BackupUnusable } from '../../platform/backup/frames.js';
import type { BackupManifest } from '../../platform/backup/manifest.js';
import { restore } from '../../platform/backup/restoring.js';
import { DiskFileStore } from '../../platform/files/disk-file-store.js';
import type { Settings } from '../../platform/settings/settings.js';
import { plural } from '../../web/words.js';
import { withConnection } from '../candour-context.js';
import { foundFaults, succeeded, unusable, type CommandResult } from '../command-result.js';
import { catalogueCheck } from '../doctor/catalogue-check.js';
import { fingerprintOf } from './backup.command.js';
import { verified } from './verified.js';

/** `candour restore FILE`: into an empty database and an empty folder, verified by the log before it says done. */
export async function restoreCommand(file: string): Promise<CommandResult> {
  try {
    return await restored(resolve(file));
  } catch (fault) {
    if (fault instanceof BackupUnusable) return unusable([fault.message]);
    throw fault;
  }
}

function restored(path: string): Promise<CommandResult> {
  return withConnection(async (settings, connection) => {
    const files = new DiskFileStore(join(settings.folder, 'files'));
    const manifest = await restore({ path, connection, files });
    const catalogue = await catalogueCheck(connection);
    const wrong = [
      ...(await verified(settings, connection)),
      ...(catalogue.well ? [] : [catalogue.note, ...(catalogue.pieces ?? [])]),
      ...manifest.lacking.map(
        (sha256) => `The file ${sha256} was not in the backup: it was missing or damaged when that was made.`,
      ),
      ...keysMissing(settings, manifest),
    ];
    const kept = manifest.entries.filter(({ table }) => table === null).length;
    const lines = [
      `Restored ${plural(manifest.entries.length - kept, 'table', 'tables')} and ${plural(kept, 'file', 'files')} as they stood at ${manifest.madeAt}.`,
      ...(wrong.length === 0 ? ['The log agrees with every record.'] : wrong),
    ];
    const json = {
      madeAt: manifest.madeAt,
      tables: manifest.entries.length - kept,
      files: kept,
      faults: wrong,
    };
    return wrong.length === 0 ? succeeded(lines, json) : foundFaults(lines, json);
  });
}

/** Keys are in no backup: what is still to be put in place is named. */
function keysMissing(settings: Settings, { keys, secret }: BackupManifest): readonly string[] {
  const folder = join(settings.folder, 'keys');
  const there = idsOfKeyFiles(folder);
  return [
    ...keys
      .filter((id) => !there.includes(id))
      .map(
        (id) => `The key ${id} is not in ${folder}: put its file there, or what is sealed to it stays shut.`,
      ),
    ...(secret === fingerprintOf(settings)
      ? []
      : [
          'CANDOUR_SECRET is not the one the backup was made under: set that one, or nobody can sign in or come back with a receipt.',
        ]),
  ];
}
