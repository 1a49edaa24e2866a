import { join } from 'node:path';
import { EvidenceItem } from '../../evidence/documents/evidence-item.entity.js';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Database } from '../../platform/database/database.js';
import { column, select } from '../../platform/database/selection.js';
import { DiskFileStore } from '../../platform/files/disk-file-store.js';
import type { Settings } from '../../platform/settings/settings.js';
import { plural } from '../../web/words.js';
import type { Check } from './check.js';

/**
 * Files that no record names: an upload was broken off between the file and its record, or somebody put them there.
 * They harm nothing and no page gives them out, so they are told and not a thing to mend.
 */
export async function unnamedFiles({ folder }: Settings, database: Database): Promise<Omit<Check, 'name'>> {
  const files = new DiskFileStore(join(folder, 'files'));
  const kept = await files.names();
  const rows = await database.rows(scopeOf(OPERATOR), NAMED.from('evidence.item e', []));
  const named = new Set(rows.map(({ sha256 }) => sha256));
  const unnamed = kept.filter((name) => !named.has(name)).sort();
  if (unnamed.length === 0) return { well: true, note: 'every kept file is named by a record' };
  const size = `${((await files.bytesOf(unnamed)) / MEBIBYTE).toFixed(1)} MiB`;
  const note = `${plural(unnamed.length, 'kept file is', 'kept files are')} named by no record, ${size} together: left by uploads that were broken off, or put there by hand; no backup holds them`;
  return { well: true, note, pieces: unnamed.slice(0, MOST_NAMED) };
}

const MEBIBYTE = 2 ** 20;
const MOST_NAMED = 20;
const NAMED = select({ sha256: column(EvidenceItem, 'e', 'sha256') });
