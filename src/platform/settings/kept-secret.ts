import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../start-fault.js';

const BYTES = 48;
const OWNER_ONLY = 0o600;
const OPEN_TO_PASS = 0o711;

/**
 * The secret of a demo: made at the first start, kept for its owner alone, and the same ever after.
 * @throws StartFault when the folder cannot be written or the kept secret cannot be read.
 */
export function keptSecret(folder: string): string {
  const path = join(folder, 'secret');
  try {
    mkdirSync(folder, { recursive: true, mode: OPEN_TO_PASS });
    return madeAt(path) ?? readFileSync(path, 'utf8').trim();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new StartFault(
      `Candour may not keep its secret in ${folder} (${why}): give yourself the right to write there, ` +
        'or set CANDOUR_FOLDER to a folder of your own.',
    );
  }
}

/** Undefined when there is one already, perhaps made by another process a moment ago. */
function madeAt(path: string): string | undefined {
  const secret = randomBytes(BYTES).toString('base64url');
  try {
    writeFileSync(path, `${secret}\n`, { mode: OWNER_ONLY, flag: 'wx' });
    return secret;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return undefined;
    throw fault;
  }
}
