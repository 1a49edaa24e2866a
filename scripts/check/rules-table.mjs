/**
 * The table for lawyers, `docs/rules-and-fixtures.csv`: each rule with the law it rests on and every record on which the
 * tests try it, with what it says of that record. It is made of the names of the tests that ran, so that no row stands in
 * it that is not tried, and none that is tried is left out.
 *
 *   node scripts/check/rules-table.mjs RESULT    holds the table to a run of all tests; fails where they differ
 *   node scripts/check/rules-table.mjs --write   runs the tests of the rules and writes the table anew
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');
const compiled = process.env.CANDOUR_DIST || 'dist';
const table = join(root, 'docs', 'rules-and-fixtures.csv');
const HEADINGS = ['Rule', 'Version', 'Kind', 'In force', 'What it is about', 'Citation', 'Says', 'Where'];

if (process.argv.includes('--write')) {
  const folder = mkdtempSync(join(tmpdir(), 'candour-rules-'));
  const result = join(folder, 'result.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const ran = spawnSync(
    process.execPath,
    [jest, `${compiled}/src/legal-basis`, '--json', '--outputFile', result],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (ran.status === 0) writeFileSync(table, await tableOf(result));
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = ran.status ?? 1;
} else {
  const now = await tableOf(process.argv[2] ?? join(root, compiled, 'test-result.json'));
  if (now !== readFileSync(table, 'utf8')) {
    console.log('docs/rules-and-fixtures.csv is not what the tests try. Run: npm run rules-table');
    process.exitCode = 1;
  }
}

async function tableOf(result) {
  const { allRules } = await import(
    pathToFileURL(join(root, compiled, 'src/legal-basis/rules/all-rules.js')).href
  );
  const { citationLine } = await import(
    pathToFileURL(join(root, compiled, 'src/legal-basis/rules/engine/citation.js')).href
  );
  const { kindInWords } = await import(
    pathToFileURL(join(root, compiled, 'src/legal-basis/rules/engine/rule.js')).href
  );
  const tried = triedIn(JSON.parse(readFileSync(result, 'utf8')));
  const rows = allRules.flatMap((rule) =>
    (tried.get(rule.id) ?? []).map(([says, where]) => [
      rule.id,
      String(rule.version),
      kindInWords(rule.kind),
      [rule.inForceFrom ?? '', rule.inForceTo ?? ''].join(' to ').replace(/^ to $/, 'always'),
      rule.appliesTo,
      citationLine(rule.citation),
      says,
      where,
    ]),
  );
  return [HEADINGS, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** What each rule was tried on: the outcome and the record in words, each once, in an order of its own. */
function triedIn({ testResults }) {
  const tried = new Map();
  for (const { assertionResults } of testResults)
    for (const { title } of assertionResults) {
      const [, rule, says, where] = /^(R-[A-Z0-9]+-\d\d) says ([A-Z_]+) where (.+)$/s.exec(title) ?? [];
      if (rule) tried.set(rule, (tried.get(rule) ?? new Map()).set(`${says} ${where}`, [says, where]));
    }
  return new Map(
    [...tried].map(([rule, rows]) => [
      rule,
      [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
    ]),
  );
}

function cell(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
