import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { StartFault } from '../start-fault.js';
import type { Binaries } from './binaries.js';
import { childEnvironment } from './child-environment.js';
import type { Home } from './home.js';

const run = promisify(execFile);
const PASSWORD_FILE = 'superuser-password';
const INITDB = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-sync',
  '--no-instructions',
];

/**
 * Makes the data folder when there is none, with checksums on and a random superuser password kept beside it for
 * the owner alone. It is made aside and then renamed: an interrupted first start leaves nothing half made.
 * @returns the superuser's password.
 */
export async function ensureCluster(home: Home, binaries: Binaries): Promise<string> {
  const kept = home.read(PASSWORD_FILE);
  if (existsSync(home.path('data/PG_VERSION'))) return kept ?? missingPassword(home);
  const password = kept ?? randomBytes(24).toString('base64url');
  home.write(PASSWORD_FILE, password);
  const next = home.path('data.next');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { mode: 0o700 });
  home.giveToServer(next);
  await initdb(home, binaries, next);
  renameSync(next, home.data);
  return password;
}

async function initdb(home: Home, binaries: Binaries, folder: string): Promise<void> {
  const wanted = [...INITDB, `--pwfile=${home.path(PASSWORD_FILE)}`, `--pgdata=${folder}`];
  const options = { ...home.account, cwd: home.folder, env: childEnvironment() };
  try {
    await run(binaries.initdb, wanted, options);
  } catch (fault) {
    const said = fault instanceof Error && 'stderr' in fault ? String(fault.stderr).trim() : String(fault);
    throw new StartFault(`The embedded database could not be made in ${home.folder}: ${lastLine(said)}`);
  }
}

function lastLine(text: string): string {
  return (
    text
      .split('\n')
      .filter((line) => line.includes('error'))
      .at(-1) ??
    text.split('\n').at(-1) ??
    text
  );
}

function missingPassword(home: Home): never {
  throw new StartFault(
    `The database in ${home.folder} is there but its password file ${PASSWORD_FILE} is not: put the file back, ` +
      'or move the whole folder away to start with an empty database.',
  );
}
