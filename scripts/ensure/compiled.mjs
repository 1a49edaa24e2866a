import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const SOURCES = ['src', 'test', 'migrations', 'bench'];
const SETTINGS = ['.swcrc', 'package-lock.json'];
const STAMP = '.compiled-from';

/**
 * Compiles every source into the output folder (`dist`, or CANDOUR_DIST) when any source came, went or changed.
 * The folder is always made whole beside the old one and then put in its place, so that nothing of a deleted
 * file lives on and a failed compile leaves the old output standing.
 */
export function ensureCompiled(root, say) {
  const output = resolve(root, process.env.CANDOUR_DIST || 'dist');
  const wanted = fingerprint(root);
  if (read(join(output, STAMP)) === wanted) return;
  const started = Date.now();
  removeAbandoned(output);
  const next = `${output}.next-${process.pid}`;
  compile(root, next);
  writeFileSync(join(next, STAMP), wanted);
  putInPlace(next, output);
  say(`Compiled in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of [...SETTINGS.map((name) => join(root, name)), ...sources(root)]) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${relative(root, path)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function sources(root) {
  return existing(root).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => /\.m?ts$/.test(name))
      .map((name) => join(root, folder, name))
      .sort(),
  );
}

function existing(root) {
  return SOURCES.filter((folder) => existsSync(join(root, folder)));
}

function compile(root, output) {
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const wanted = [swc, ...existing(root), '--out-dir', relative(root, output), '--quiet'];
  const ended = spawnSync(process.execPath, wanted, { cwd: root, encoding: 'utf8' });
  if (ended.status === 0) return;
  rmSync(output, { recursive: true, force: true });
  throw new Error(`${ended.stdout}${ended.stderr}\nThe code could not be compiled; the reason is above.`);
}

/** Another run may put its own copy in place at the same moment; both copies are good, so the last one stays. */
function putInPlace(next, output) {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(output, { recursive: true, force: true, maxRetries: 5 });
    try {
      renameSync(next, output);
      return;
    } catch (fault) {
      if (attempt === 5) throw fault;
    }
  }
}

function removeAbandoned(output) {
  const prefix = `${basename(output)}.next-`;
  for (const name of readdirSync(dirname(output))) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : undefined;
    if (owner !== undefined && !isRunning(owner)) {
      rmSync(join(dirname(output), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
