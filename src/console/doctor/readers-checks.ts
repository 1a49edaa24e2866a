import { join } from 'node:path';
import { keyFileFaults } from '../../concerns/key-exchange/key-file-faults.js';
import { ReadersQueries } from '../../concerns/admitting/readers.queries.js';
import { idsOfKeyFiles, idsSealedTo } from '../../concerns/envelopes/keys/key-files.js';
import { SealedTextsQueries } from '../../concerns/key-exchange/sealed-texts.queries.js';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Connection } from '../../platform/database/reaching/connection.js';
import type { Database } from '../../platform/database/database.js';
import { select, sql } from '../../platform/database/selection.js';
import type { Settings } from '../../platform/settings/settings.js';
import { plural } from '../../web/words.js';
import { check, withDatabase, type Check } from './check.js';

/** Whether what people file can be read by somebody, and whether there is anything to review by. */
export async function readersChecks(settings: Settings, connection: Connection): Promise<Check[]> {
  return [
    await keys(settings),
    await check('Sealed texts', () =>
      withDatabase(settings, connection, (database) => sealedTexts(settings, database)),
    ),
    await check('Readers of concerns', () =>
      withDatabase(settings, connection, (database) => handlers(settings, database)),
    ),
    await check('Framework', () => withDatabase(settings, connection, framework)),
  ];
}

function keys({ folder }: Settings): Promise<Check> {
  return check('Keys', async () => {
    const path = join(folder, 'keys');
    const pieces = await keyFileFaults(path);
    if (pieces.length === 0) return { well: true, note: 'what is sealed to them opens' };
    return {
      well: false,
      note: `not all keys in ${path} are whole: put them back, or concerns stay shut`,
      pieces,
    };
  });
}

/** Whether a key is here for everything that is sealed, and which of the keys that are here nothing needs any more. */
async function sealedTexts({ folder }: Settings, database: Database): Promise<Omit<Check, 'name'>> {
  const path = join(folder, 'keys');
  const here = idsOfKeyFiles(path);
  const inUse = await new SealedTextsQueries(database).keysInUse();
  const pieces = inUse
    .filter(({ keyId }) => !here.includes(keyId))
    .map(
      ({ keyId, texts }) => `the key ${keyId} is missing: ${plural(texts, 'text stays', 'texts stay')} shut`,
    );
  const note = `not every key is in ${path}: put their files back`;
  if (pieces.length > 0) return { well: false, note, pieces };
  const needed = new Set([...inUse.map(({ keyId }) => keyId), ...idsSealedTo(path)]);
  const idle = here.filter((id) => !needed.has(id));
  const kept = idle.length === 0 ? '' : `; nothing needs ${idle.join(', ')} any more, unless a backup does`;
  return { well: true, note: `every key that opens one is here${kept}` };
}

async function handlers(settings: Settings, database: Database): Promise<Omit<Check, 'name'>> {
  const able = await new ReadersQueries(database, settings).count();
  if (able > 0) return { well: true, note: `${able} can sign in` };
  const mend = 'nobody can, so production takes none in. Use candour user add with --role CONCERN_HANDLER';
  return { well: false, note: mend };
}

async function framework(database: Database): Promise<Omit<Check, 'name'>> {
  const newest = await database.row(scopeOf(OPERATOR), NEWEST_EDITION);
  if (!newest) return { well: false, note: NO_FRAMEWORK };
  return { well: true, note: `${newest.title}, version ${newest.version}` };
}

const NO_FRAMEWORK =
  'none is published: no round can begin. Use candour framework publish FILE, and let an administrator publish it';
const NEWEST_EDITION = select({ title: sql<string>('e.title'), version: sql<number>('e.version') }).from(
  'frameworks.edition e ORDER BY e.published_on DESC, e.id DESC LIMIT 1',
);
