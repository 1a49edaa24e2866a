/**
 * Proves that a fresh machine can install from the lockfiles, Candour's and that of `npm run mutate`: every optional
 * package that a locked package names has an entry of its own (npm leaves some out and `npm ci` then fails), and npm
 * itself would install it.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const faults = ['.', join('scripts', 'mutation')].flatMap((place) => {
  const missing = missingIn(place);
  return missing.length > 0 ? missing : dryRun(place);
});
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function missingIn(place) {
  const file = join(place, 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${name}, which ${path || 'package.json'} names, has no entry in ${file}.`),
  );
}

/** npm looks in the package's own node_modules and then in every one above it. */
function isLocked(packages, path, name) {
  const place = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (packages[place]) return true;
  if (path === '') return false;
  const parent = path.lastIndexOf('/node_modules/');
  return isLocked(packages, parent === -1 ? '' : path.slice(0, parent), name);
}

function dryRun(place) {
  const folder = mkdtempSync(join(tmpdir(), 'candour-lockfile-'));
  try {
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(place, name), join(folder, name));
    const wanted = ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' && !npm };
    const ended = npm
      ? spawnSync(process.execPath, [npm, ...wanted], options)
      : spawnSync('npm', wanted, options);
    return ended.status === 0 ? [] : [`npm ci would fail: ${ended.stderr || ended.error}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
