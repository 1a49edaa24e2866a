/** Compiles on every change and starts the application again; the database lives on between restarts. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const output = process.env.CANDOUR_DIST || 'dist';
const QUIET_TIME_MS = 150;

let application = start();
let pending;
let restarting = Promise.resolve();
let leaving = false;

for (const folder of ['src', 'migrations', 'frameworks', 'register']) {
  if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true }, changed);
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    leaving = true;
    stop().then(() => process.exit(0));
  });
}

function start() {
  return spawn(process.execPath, ['--enable-source-maps', join(output, 'src', 'main.js')], {
    cwd: root,
    stdio: 'inherit',
  });
}

function changed() {
  clearTimeout(pending);
  pending = setTimeout(() => {
    restarting = restarting.then(restart);
  }, QUIET_TIME_MS);
}

async function restart() {
  if (leaving) return;
  const compiled = spawnSync(process.execPath, [join(root, 'scripts', 'ensure.mjs')], { stdio: 'inherit' });
  if (compiled.status !== 0) return;
  await stop();
  application = start();
}

function stop() {
  if (application.exitCode !== null || application.signalCode !== null) return Promise.resolve();
  const ended = new Promise((done) => application.once('exit', done));
  application.kill('SIGTERM');
  return ended;
}
