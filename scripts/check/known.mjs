import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the checks remember from one run to the next. It may be deleted at any time. */
export const KNOWN = join('.candour', 'check');

/** Where `types.mjs` leaves the declarations of every file. */
export const DECLARATIONS = join(KNOWN, 'declarations');

const RULES = ['eslint.config.mjs', 'scripts/lint', 'package-lock.json', 'tsconfig.json'];

/**
 * A name for all that decides what lint says of a file beside its own text: the declarations of every other file, the
 * rules, and the packages. A rule that knows types may find a fault in a file that did not change, when a function that
 * it calls became asynchronous; under a new name nothing is remembered.
 */
export function beyondOneFile() {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...RULES, DECLARATIONS].flatMap(filesAt))
    hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function filesAt(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const below = readdirSync(path, { recursive: true }).map((name) => join(path, name));
  return below.filter((name) => statSync(name).isFile()).sort();
}
