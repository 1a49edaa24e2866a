/**
 * How many small faults planted into a pure folder its own specs notice: `npm run mutate -- src/kernel/days/working-days`.
 * StrykerJS is installed into a folder of its own the first time, with Vitest, which runs the same compiled specs in
 * one kept process and only those that reach the fault. Ends with 1 when the score is below the floor.
 * Only the folder's own specs run; `--specs FOLDER` names another for what is tried through others. `--flat` leaves out
 * the folders inside it, and `--every 3` changes only every third file, in the order of their names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PURE =
  /^src\/(kernel|legal-basis|review-method|complaints\/clocks|co-production\/maturity|frameworks\/edition)(\/|$)/;
const FLOOR = 80;
const AT_A_TIME = 2;

const root = join(fileURLToPath(import.meta.url), '..', '..');
const tool = join(root, 'scripts', 'mutation');
const { values, positionals } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    specs: { type: 'string' },
    flat: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const folder = (positionals[0] ?? '').replace(/\/$/, '');
const every = Number(values.every);

if (!PURE.test(folder) || !existsSync(join(root, folder)) || !(every >= 1)) {
  console.error(
    'Name a pure folder: npm run mutate -- src/kernel/days/working-days [--flat] [--every 3] [--specs src/kernel]',
  );
  process.exit(2);
}
if (!existsSync(join(tool, 'node_modules', 'vitest'))) must('npm', ['ci', '--no-audit', '--no-fund'], tool);
process.exitCode = run(process.execPath, [stryker(), 'run', configuration()], root);

function configuration() {
  const kept = join(root, '.candour', 'mutation');
  mkdirSync(kept, { recursive: true });
  const path = join(kept, 'stryker.config.json');
  const settings = {
    mutate: sources().filter((_, place) => place % every === 0),
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
    coverageAnalysis: 'perTest',
    symlinkNodeModules: false,
    buildCommand: `node scripts/mutation/build.mjs ${join(root, 'node_modules')}`,
    ignorePatterns: ['dist', 'dist.next-*', '.candour', 'docs', 'scripts/mutation/node_modules', 'coverage'],
    tempDirName: join(kept, 'sandbox'),
    concurrency: AT_A_TIME,
    timeoutMS: 20_000,
    checkers: [],
    plugins: [join(tool, 'node_modules', '@stryker-mutator', 'vitest-runner', 'dist', 'src', 'index.js')],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    jsonReporter: {
      fileName: join(kept, `${folder.replaceAll('/', '-')}${values.flat ? '-flat' : ''}.json`),
    },
    clearTextReporter: { allowColor: false, reportTests: false },
    thresholds: { high: 95, low: FLOOR, break: FLOOR },
  };
  writeFileSync(path, JSON.stringify(settings, null, 2));
  return path;
}

function sources() {
  return readdirSync(join(root, folder), { recursive: !values.flat })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function specs() {
  return `dist/${values.specs ?? folder}/${values.flat && !values.specs ? '' : '**/'}*.spec.js`;
}

function stryker() {
  return join(tool, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
}

function must(program, wanted, cwd) {
  if (run(program, wanted, cwd) !== 0) process.exit(1);
}

function run(program, wanted, cwd) {
  const env = { ...process.env, CANDOUR_SPECS: specs() };
  return spawnSync(program, wanted, { cwd, env, stdio: 'inherit' }).status ?? 1;
}
