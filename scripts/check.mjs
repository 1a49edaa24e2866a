/**
 * Everything that has to hold, in one command: `npm test`, with --static all but the tests, or with --long the endurance
 * that `npm test` has no time for. Prints each step with its time, the words of those that failed, and a summary; exits
 * non-zero when any step failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const isLong = process.argv.includes('--long');
const result = join(process.env.CANDOUR_DIST || 'dist', isLong ? 'long-result.json' : 'test-result.json');
const AT_A_TIME = 2;
const LINGER_MS = 30_000;
const LIMIT_MS = 25 * 60_000;

/** What is done one after the other, in two lanes at once: lint is the longest, and asks what types left behind. */
const STATIC = [
  [
    { name: 'types', program: '../scripts/check/types.mjs', wanted: [] },
    { name: 'lint', program: '../scripts/check/lint.mjs', wanted: [] },
  ],
  [
    {
      name: 'layers',
      program: 'dependency-cruiser/bin/dependency-cruise.mjs',
      wanted: ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
    },
    {
      name: 'format',
      program: 'prettier/bin/prettier.cjs',
      wanted: ['--cache', '--cache-location', '.candour/check/format', '--check', '--log-level', 'warn', '.'],
    },
    { name: 'unused', program: 'knip/bin/knip.js', wanted: ['--no-config-hints', '--no-progress'] },
    { name: 'lockfile', program: '../scripts/check/lockfile.mjs', wanted: [] },
    { name: 'methods', program: '../scripts/check/methods.mjs', wanted: [] },
  ],
];
const TESTS = {
  name: 'tests',
  program: 'jest/bin/jest.js',
  wanted: ['-w', String(AT_A_TIME), '--json', '--outputFile', result],
};

/** What the tests tried of each rule stands in the table for lawyers. */
const TABLE = { name: 'table', program: '../scripts/check/rules-table.mjs', wanted: [result] };

const LONG_RUN = { CANDOUR_LONG: 'yes', CANDOUR_RULES_RUNS: '20000' };

const ended = isLong ? [] : await runAll(STATIC);
if (!process.argv.includes('--static')) ended.push(await runTests());
if (!process.argv.includes('--static') && !isLong) ended.push(await runStep(TABLE));
const failed = ended.filter(({ passed }) => !passed).map(({ name }) => name);
const total = ended.map(({ seconds }) => seconds).reduce((sum, seconds) => sum + seconds, 0);
console.log(
  `\n${ended.map(({ name, passed }) => `${passed ? '✓' : '✗'} ${name}`).join('  ')}  (${total.toFixed(0)} s of work)`,
);
console.log(failed.length === 0 ? 'Everything holds.' : `Not in order: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runAll(lanes) {
  const done = await Promise.all(lanes.map(runLane));
  return done.flat();
}

async function runLane(steps) {
  const done = [];
  for (const step of steps) done.push(await runStep(step));
  return done;
}

async function runStep(step) {
  const started = Date.now();
  const child = start(step, 'pipe');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const passed = (await exitOf(child)) === 0;
  return told(step, passed, started, passed ? '' : said);
}

/**
 * A run whose result is written but that does not end has left something open: that is a fault, not a wait. The runner
 * knows no time limit of its own, so a test that waits for what never comes would hold it up for ever; this ends it.
 */
async function runTests() {
  const started = Date.now();
  rmSync(join(root, result), { force: true });
  const child = start(TESTS, 'inherit');
  let lingers = false;
  const watch = setInterval(() => {
    if (!existsSync(join(root, result))) return;
    clearInterval(watch);
    setTimeout(() => {
      lingers = child.exitCode === null && child.signalCode === null && child.kill('SIGKILL');
    }, LINGER_MS).unref();
  }, 1000);
  let endless = false;
  const limit = setTimeout(() => {
    endless = child.kill('SIGKILL');
  }, LIMIT_MS);
  const code = await exitOf(child);
  clearInterval(watch);
  clearTimeout(limit);
  const why = endless
    ? `The tests did not end within ${LIMIT_MS / 60_000} minutes: a file without PASS or FAIL above waits for something that never comes.`
    : lingers
      ? 'The tests ended but their process did not: something was left open.'
      : '';
  return told(TESTS, code === 0 && !lingers && !endless, started, why);
}

function start({ program, wanted }, stdio) {
  const path = join(root, 'node_modules', program);
  return spawn(process.execPath, ['--enable-source-maps', path, ...wanted], {
    cwd: root,
    env: { ...process.env, ...(isLong ? LONG_RUN : {}) },
    stdio: ['ignore', stdio, stdio],
  });
}

function exitOf(child) {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)));
}

function told({ name }, passed, started, said) {
  const seconds = (Date.now() - started) / 1000;
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s`);
  if (said.trim() !== '') console.log(said.trimEnd());
  return { name, passed, seconds };
}
