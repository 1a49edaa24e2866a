/**
 * The loop of editing and testing: compiles what changed, then runs the nearest tests and checks every type meanwhile.
 *
 *   npm run t -- visits            tests whose path names visits
 *   npm run t -- src/kernel/clock.ts   tests nearest to a file
 *   npm run t                      tests nearest to what changed since the last commit
 *   npm run t -- visits --watch    again after each save
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestTests } from './loop/nearest-tests.mjs';
import { onSaves } from './loop/on-saves.mjs';
import { checkTypes } from './loop/type-check.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const watches = process.argv.includes('--watch');
const options = process.argv.slice(2).filter((word) => word.startsWith('-') && word !== '--watch');

let stop = () => undefined;
let turn = Promise.resolve();
if (watches) await onSaves(root, again);
const held = await run();
if (watches) console.log('\nWaiting for the next save; Ctrl-C ends.');
else process.exitCode = held ? 0 : 1;

function again() {
  stop();
  turn = turn.then(run).then(() => console.log('\nWaiting for the next save; Ctrl-C ends.'));
}

async function run() {
  if (!compiled()) return false;
  const patterns = nearestTests(root, wanted);
  if (patterns.length === 0)
    console.log('Nothing has changed since the last commit. Name a test: npm run t -- visits');
  const types = checkTypes(root);
  const tests = patterns.length === 0 ? undefined : runTests(patterns);
  stop = () => [types.stop(), tests?.kill()];
  const [words, passed] = await Promise.all([types.words, tests ? succeeded(tests) : true]);
  console.log(words === '' ? '\n✓ types' : `\n${words}\n✗ types`);
  return words === '' && passed;
}

function compiled() {
  const ensure = join(root, 'scripts', 'ensure.mjs');
  return spawnSync(process.execPath, [ensure], { cwd: root, stdio: 'inherit' }).status === 0;
}

function runTests(patterns) {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  return spawn(process.execPath, ['--enable-source-maps', jest, ...options, '--', ...patterns], {
    cwd: root,
    stdio: 'inherit',
  });
}

async function succeeded(child) {
  const [code] = await once(child, 'close');
  return code === 0;
}
