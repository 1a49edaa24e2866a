import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs exactly what the lockfile names, once for each combination of lockfile, Node version and platform.
 * A linked node_modules belongs to another checkout and is left alone.
 */
export function ensureDependencies(root, say) {
  const folder = join(root, 'node_modules');
  const stamp = join(folder, '.candour-installed');
  const wanted = fingerprint(root);
  if (isLink(folder) || read(stamp) === wanted) return;
  say('Installing the locked dependencies (half a minute or so, the first time only) …');
  const started = Date.now();
  install(root);
  writeFileSync(stamp, wanted);
  say(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function fingerprint(root) {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.update(`${process.version} ${process.platform} ${process.arch}`).digest('hex');
}

/** Dev and optional packages are asked for by name: NODE_ENV=production or an npmrc would leave them out. */
function install(root) {
  const wanted = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const ended = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...wanted], options)
    : spawnSync('npm', wanted, { ...options, shell: process.platform === 'win32' });
  if (ended.status === 0) return;
  const why = (ended.error?.message ?? `${ended.stdout}${ended.stderr}`).trim();
  throw new Error(
    `${why}\nThe dependencies could not be installed; what npm said is above. Mend it and try again.`,
  );
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
