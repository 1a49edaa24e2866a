import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { judgeFile, type JudgedFlow } from '../legal-basis/judge-file.js';
import { checkFile, type CheckedFile } from '../legal-basis/record/check-file.js';
import { calendarDaySchema } from '../legal-basis/record/answers/answers.js';
import { alsoFound } from '../legal-basis/also-found.js';
import { currentRuleSet } from '../legal-basis/rules/all-rules.js';
import { citationLine } from '../legal-basis/rules/engine/citation.js';
import type { RuleResult } from '../legal-basis/rules/engine/evaluate.js';
import { outcomes } from '../legal-basis/rules/engine/outcome.js';
import { explainRule, listRules, resultLine } from '../legal-basis/rules/listing.js';
import { SystemClock } from '../kernel/clock.js';
import { numberInWords, plural } from '../web/words.js';
import { succeeded, unusable, type CommandResult } from './command-result.js';

/** `candour rules list`: every rule with its kind and what it is about. */
export function rulesListCommand(): Promise<CommandResult> {
  const rules = listRules(currentRuleSet);
  const lines = rules.map(
    ({ rule, version, kind, appliesTo }) =>
      `${rule.padEnd(9)} v${String(version)}  ${kind.padEnd(27)}  ${appliesTo}`,
  );
  return Promise.resolve(
    succeeded(
      [...lines, `${String(rules.length)} rules.`],
      rules.map((rule) => ({ ...rule })),
    ),
  );
}

/** `candour rules explain RULE`: everything that a person can read of one rule. */
export function rulesExplainCommand(id: string): Promise<CommandResult> {
  const lines = explainRule(currentRuleSet, id);
  if (lines === null)
    return Promise.resolve(unusable([`There is no rule ${id}. candour rules list shows them all.`]));
  const line = listRules(currentRuleSet).find(({ rule }) => rule === id.toUpperCase());
  return Promise.resolve(succeeded(lines, { ...line, explanation: lines }));
}

/**
 * `candour rules check FILE`: judges the flows of a file without a database. Exit code 0 when nothing fails, 1 when
 * something fails, 2 when the file or the day cannot be used. As JSON it prints one object a line, for each flow and rule.
 */
export async function rulesCheckCommand(
  path: string,
  asAt: string | undefined,
  asJson: boolean,
): Promise<CommandResult> {
  const day = asAt ?? new SystemClock().today();
  if (!calendarDaySchema.safeParse(day).success)
    return unusable([`--as-at: Expected a day written YYYY-MM-DD, from 1900 to 2199, not ${day}.`]);
  const checked = judgeable(await readRecords(path));
  if (!checked.usable)
    return unusable(
      checked.problems.map((problem) => [path, problem.path, problem.reason].filter(Boolean).join(': ')),
    );
  const tally = { flows: 0, failing: 0, results: 0, failed: 0, stated: 0 };
  const lines = printed(judgeFile(checked.file, day), { asJson, tally });
  await pipeline(Readable.from(lines), process.stdout, { end: false });
  const summary =
    `${plural(tally.flows, 'flow')}, ${plural(currentRuleSet.rules.length, 'rule')}, as at ${day}: ` +
    `${numberInWords(tally.failed)} of ${plural(tally.results, 'result')} fail, in ${plural(tally.failing, 'flow')}; ` +
    `${numberInWords(tally.stated)} are only stated.`;
  return { exitCode: tally.failed > 0 ? 1 : 0, lines: [summary], json: null };
}

async function readRecords(path: string): Promise<CheckedFile> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return useless('The file cannot be read. Check its name and that you may read it.');
  try {
    return checkFile(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (fault) {
    return useless(`This is not JSON: ${fault instanceof Error ? fault.message : 'it ends too early'}.`);
  }
}

function useless(reason: string): CheckedFile {
  return { usable: false, problems: [{ path: '', reason }] };
}

/** A file without a flow would pass unjudged. */
function judgeable(checked: CheckedFile): CheckedFile {
  if (!checked.usable || checked.file.flows.length > 0) return checked;
  return useless('This file holds no flow, so there is nothing to judge.');
}

interface Tally {
  flows: number;
  failing: number;
  results: number;
  failed: number;
  stated: number;
}

function* printed(
  judged: Iterable<JudgedFlow>,
  { asJson, tally }: { readonly asJson: boolean; readonly tally: Tally },
): Generator<string> {
  for (const { flow, title, results } of judged) {
    const failed = results.filter(({ outcome }) => outcome === 'FAIL').length;
    tally.flows += 1;
    tally.results += results.length;
    tally.failed += failed;
    tally.stated += results.filter(({ outcome }) => outcome === 'STATED').length;
    tally.failing += failed > 0 ? 1 : 0;
    yield asJson
      ? results.map((result) => `${JSON.stringify({ ...resultLine(result), flow })}\n`).join('')
      : textOf(flow, title, results);
  }
}

const kindOf = new Map(listRules(currentRuleSet).map(({ rule, kind }) => [rule, kind]));

function textOf(flow: string, title: string, results: readonly RuleResult[]): string {
  const counts = outcomes.map(
    ({ code, label }) =>
      `${label.toLowerCase()} ${String(results.filter(({ outcome }) => outcome === code).length)}`,
  );
  const shown = results
    .filter(({ outcome }) => outcome !== 'PASS' && outcome !== 'DOES_NOT_APPLY')
    .map(
      ({ rule, outcome, kind, message, findings, fields, citation, whatToDo }) =>
        `  ${outcome.padEnd(7)} ${rule} (${kindOf.get(rule) ?? kind}): ${message}\n` +
        alsoFound({ message, findings })
          .map((text) => `          ${text}\n`)
          .join('') +
        `          ${citationLine(citation)}. ${whatToDo}\n` +
        `          Looked at: ${fields.join(', ')}.\n`,
    );
  const called = title === '' ? flow : `${flow}: ${title}`;
  return `${called}\n  ${counts.join(', ')}\n${shown.join('')}\n`;
}
