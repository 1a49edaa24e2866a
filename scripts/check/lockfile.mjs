/**
 * Proves that a fresh machine can install from the lockfile: every optional package that a locked package names has
 * an entry of its own (npm leaves some out and `npm ci` then fails), and npm itself would install it.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(path, name))
    .map((name) => `${name}, which ${path || 'package.json'} names, has no entry in package-lock.json.`),
);
const refused = missing.length > 0 ? [] : dryRun();
for (const fault of [...missing, ...refused]) console.error(fault);
process.exitCode = missing.length + refused.length > 0 ? 1 : 0;

/** npm looks in the package's own node_modules and then in every one above it. */
function isLocked(path, name) {
  const place = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (lock.packages[place]) return true;
  if (path === '') return false;
  const parent = path.lastIndexOf('/node_modules/');
  return isLocked(parent === -1 ? '' : path.slice(0, parent), name);
}

function dryRun() {
  const folder = mkdtempSync(join(tmpdir(), 'candour-lockfile-'));
  try {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(name, join(folder, name));
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
