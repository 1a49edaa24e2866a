import { join, resolve } from 'node:path';
import { verified } from './verified.js';
import { backUp } from '../../platform/backup/backing-up.js';
import { DiskFileStore } from '../../platform/files/disk-file-store.js';
import { deriveKey } from '../../platform/settings/derived-keys.js';
import type { Settings } from '../../platform/settings/settings.js';
import { plural } from '../../web/words.js';
import { withConnection } from '../candour-context.js';
import { foundFaults, succeeded, type CommandResult } from '../command-result.js';

/** `candour backup FILE`: every row and every file, read again and compared before it says done; no keys. */
export function backupCommand(file: string): Promise<CommandResult> {
  return withConnection(async (settings, connection) => {
    const path = resolve(file);
    const files = new DiskFileStore(join(settings.folder, 'files'));
    const secret = fingerprintOf(settings);
    const manifest = await backUp({ connection, files, path, secret });
    const tables = manifest.entries.filter(({ table }) => table !== null).length;
    const wrong = [
      ...manifest.lacking.map(
        (sha256) => `The file ${sha256} is missing or not what it was, and is not in the backup.`,
      ),
      ...(await verified(settings, connection)),
    ];
    const lines = [
      `Backed up ${plural(tables, 'table', 'tables')} and ${plural(manifest.entries.length - tables, 'file', 'files')} to ${path}; read again, every hash agrees.`,
      `Not in it, to be kept apart: CANDOUR_SECRET, and the key files in ${join(settings.folder, 'keys')}${manifest.keys.length > 0 ? ` (in use: ${manifest.keys.join(', ')})` : ''}.`,
      ...wrong,
    ];
    const json = {
      file: path,
      tables,
      files: manifest.entries.length - tables,
      keys: manifest.keys,
      faults: wrong,
    };
    return wrong.length === 0 ? succeeded(lines, json) : foundFaults(lines, json);
  });
}

/** By this a backup tells whether a secret is the one it was made under, and nothing else of it. */
export function fingerprintOf(settings: Settings): string {
  return deriveKey(settings, 'which secret a backup was made under').toString('hex').slice(0, 32);
}
