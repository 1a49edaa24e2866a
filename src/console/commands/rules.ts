import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { judgeFile, type JudgedFlow } from '../../data-sharing/judging/judge-file.js';
import { checkFile, type CheckedFile } from '../../data-sharing/record/check-file.js';
import { calendarDaySchema } from '../../data-sharing/record/answers.js';
import { allRules } from '../../data-sharing/rules/all-rules.js';
import { citationLine } from '../../data-sharing/rules/engine/citation.js';
import type { RuleResult } from '../../data-sharing/rules/engine/evaluate.js';
import { outcomes } from '../../data-sharing/rules/engine/outcome.js';
import type { Rule, RuleKind } from '../../data-sharing/rules/engine/rule.js';
import type { Json } from '../../kernel/canonical-json.js';
import { londonDay } from '../../kernel/london-day.js';
import { done, unusable, type Answer } from '../answer.js';

const KINDS = { L: 'law', C: 'code or guidance', P: 'platform policy' } as const;

/** `candour rules list`: every rule with its kind and what it is about. */
export function rulesListCommand(): Promise<Answer> {
  const lines = allRules.map(
    ({ id, version, kind, appliesTo }) =>
      `${id.padEnd(9)} v${String(version)}  ${kind.padEnd(3)}  ${appliesTo}`,
  );
  return Promise.resolve(done([...lines, `${String(lines.length)} rules.`], allRules.map(describe)));
}

/** `candour rules explain RULE`: everything that a person can read of one rule. */
export function rulesExplainCommand(id: string): Promise<Answer> {
  const rule = allRules.find((one) => one.id === id.toUpperCase());
  if (!rule) return Promise.resolve(unusable([`There is no rule ${id}. candour rules list shows them all.`]));
  return Promise.resolve(done(explained(rule), describe(rule)));
}

/**
 * `candour rules check FILE`: judges the flows of a file without a database. Exit code 0 when nothing fails, 1 when
 * something fails, 2 when the file or the day cannot be used. As JSON it prints one object a line, for each flow and rule.
 */
export async function rulesCheckCommand(
  path: string,
  asAt: string | undefined,
  asJson: boolean,
): Promise<Answer> {
  const day = asAt ?? londonDay(new Date());
  if (!calendarDaySchema.safeParse(day).success)
    return unusable([`--as-at: Expected a day written YYYY-MM-DD, from 1900 to 2199, not ${day}.`]);
  const checked = await readRecords(path);
  if (!checked.usable)
    return unusable(checked.problems.map((problem) => `${problem.path}: ${problem.reason}`));
  const tally = { flows: 0, failing: 0, results: 0, failed: 0 };
  const lines = printed(judgeFile(checked.file, day), { asJson, tally });
  await pipeline(Readable.from(lines), process.stdout, { end: false });
  const summary =
    `${String(tally.flows)} flows, ${String(allRules.length)} rules, as at ${day}: ` +
    `${String(tally.failed)} of ${String(tally.results)} results fail, in ${String(tally.failing)} flows.`;
  return { exitCode: tally.failed > 0 ? 1 : 0, lines: [summary], json: null };
}

async function readRecords(path: string): Promise<CheckedFile> {
  try {
    const text = await readFile(path, 'utf8');
    return checkFile(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (fault) {
    const reason =
      fault instanceof SyntaxError
        ? `This is not JSON: ${fault.message}.`
        : `The file cannot be read: ${fault instanceof Error ? fault.message : 'no reason was given'}.`;
    return { usable: false, problems: [{ path, reason }] };
  }
}

interface Tally {
  flows: number;
  failing: number;
  results: number;
  failed: number;
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
    tally.failing += failed > 0 ? 1 : 0;
    yield asJson ? results.map((result) => jsonLine(flow, result)).join('') : textOf(flow, title, results);
  }
}

function jsonLine(flow: string, { rule, version, outcome, fields, message, citation }: RuleResult): string {
  return `${JSON.stringify({ flow, rule, version, outcome, fields, message, citation: citationLine(citation) })}\n`;
}

function textOf(flow: string, title: string, results: readonly RuleResult[]): string {
  const counts = outcomes.map(
    ({ code, label }) =>
      `${label.toLowerCase()} ${String(results.filter(({ outcome }) => outcome === code).length)}`,
  );
  const told = results
    .filter(({ outcome }) => outcome !== 'PASS' && outcome !== 'DOES_NOT_APPLY')
    .map(
      ({ rule, outcome, kind, message, citation, whatToDo }) =>
        `  ${outcome.padEnd(7)} ${rule} (${kindInWords(kind)}): ${message}\n` +
        `          ${citationLine(citation)}. ${whatToDo}\n`,
    );
  const called = title === '' ? flow : `${flow}: ${title}`;
  return `${called}\n  ${counts.join(', ')}\n${told.join('')}\n`;
}

function explained(rule: Rule): string[] {
  const from = rule.inForceFrom ?? 'always';
  const to = rule.inForceTo ?? 'without end';
  const severity = (rule.severity ?? []).map((step) => `  from ${step.from}: ${step.level}`);
  return [
    `${rule.id}, version ${String(rule.version)}: ${kindInWords(rule.kind)}`,
    `About:       ${rule.appliesTo}`,
    `In force:    ${rule.inForceFrom === undefined && rule.inForceTo === undefined ? 'always' : `${from} to ${to}`}`,
    ...(severity.length === 0 ? [] : ['A fault counts:', ...severity]),
    `It says:     ${rule.message}.`,
    `What to do:  ${rule.whatToDo}`,
    `Reference:   ${citationLine(rule.citation)}`,
    `It looks at: ${rule.fields.join(', ')}`,
  ];
}

function describe(rule: Rule): Json {
  return {
    id: rule.id,
    version: rule.version,
    kind: rule.kind,
    inForceFrom: rule.inForceFrom ?? null,
    inForceTo: rule.inForceTo ?? null,
    severity: (rule.severity ?? []).map(({ from, level }) => ({ from, level })),
    appliesTo: rule.appliesTo,
    fields: rule.fields,
    message: `${rule.message}.`,
    whatToDo: rule.whatToDo,
    citation: { text: rule.citation.text, refs: rule.citation.refs, confidence: rule.citation.confidence },
    raises: rule.raises ?? [],
  };
}

function kindInWords(kind: RuleKind): string {
  return kind
    .split('/')
    .flatMap((code) => (code in KINDS ? [KINDS[code as keyof typeof KINDS]] : []))
    .join(' and ');
}
