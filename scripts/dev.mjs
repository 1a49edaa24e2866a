/**
 * Serves the application while it is being written: every save compiles and starts it again, and faults of types are
 * told a moment later. A save that does not compile leaves the running application alone; the data lives on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onSaves } from './loop/on-saves.mjs';
import { checkTypes } from './loop/type-check.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const main = join(process.env.CANDOUR_DIST || 'dist', 'src', 'main.js');
const SERVED = ['src', 'migrations', 'frameworks', 'register'];

let isLeaving = false;
let application;
let types;
let turn = Promise.resolve();

const watching = onSaves(root, () => (turn = turn.then(startAgain)), SERVED);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave);
await watching;
turn = turn.then(startAgain);

async function startAgain() {
  if (isLeaving || !compiled()) return;
  await stop();
  if (isLeaving) return;
  application = spawn(process.execPath, ['--enable-source-maps', main], { cwd: root, stdio: 'inherit' });
  application.once('exit', (code) => {
    if (code) console.error('Candour is not running. It starts again at the next save.');
  });
  tellOfTypes();
}

function compiled() {
  const ensure = join(root, 'scripts', 'ensure.mjs');
  return spawnSync(process.execPath, [ensure], { cwd: root, stdio: 'inherit' }).status === 0;
}

async function tellOfTypes() {
  types?.stop();
  types = checkTypes(root);
  const words = await types.words;
  if (words !== '') console.error(`\n${words}`);
}

async function stop() {
  if (!application || application.exitCode !== null || application.signalCode !== null) return;
  application.kill('SIGTERM');
  await once(application, 'exit');
}

async function leave() {
  isLeaving = true;
  types?.stop();
  const endWatching = await watching;
  await Promise.all([endWatching(), stop()]);
  process.exit(0);
}
