import { checkFile } from '../../../src/legal-basis/record/check-file.js';
import { evaluate } from '../../../src/legal-basis/rules/engine/evaluate.js';
import type { Outcome } from '../../../src/legal-basis/rules/engine/outcome.js';
import { readRegister } from '../../../src/legal-basis/rules/matter/read-register.js';
import type { Rule } from '../../../src/legal-basis/rules/engine/rule.js';
import { currentSettings } from '../../../src/legal-basis/rules/matter/settings.js';
import { changed, type Changes } from './changed.js';
import { onlyFields } from './only-fields.js';
import { JUDGED_ON, modelFlow, modelRegister } from './model-flow.js';
import { wordsOfRule } from './words-of-rule.js';

/** What stands beside the record, and the day it is judged on, where a row needs them. */
export interface Beside {
  register?: unknown;
  asAt?: string;
}

/** A row that a lawyer can read: the rule, what it says, of which record, and how that record differs from the model. */
export type Row = readonly [
  rule: string,
  outcome: Outcome,
  because: string,
  changes: Changes,
  beside?: Beside,
];

/** A reason, a name or a day that was left out of a sentence. */
const GAP = /[:;(] *[.;)]|: $|about [;.]|  | [.,;]|undefined|null|NaN/;

/** Makes one test of each row, one that no rule of the group lacks a row for any kind of outcome, and those of its words. */
export function fixtureTable(title: string, rules: readonly Rule[], rows: readonly Row[]): void {
  describe(title, () => {
    tryRows(rules, rows);

    it.each(rules.map((rule) => [rule.id]))('%s has a row for each kind of outcome', (id) => {
      const seen = rows.filter((row) => row[0] === id).map((row) => row[1]);
      expect(seen.filter((outcome) => outcome === 'PASS' || outcome === 'STATED')).not.toEqual([]);
      expect(seen.filter((outcome) => outcome === 'FAIL' || outcome === 'WARN')).not.toEqual([]);
      expect(seen.filter((outcome) => outcome === 'UNKNOWN' || outcome === 'DOES_NOT_APPLY')).not.toEqual([]);
    });

    describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => wordsOfRule(rule));
  });
}

/** Makes one test of each further row: a boundary, or a reason that another reason hides in the first table. */
export function furtherRows(title: string, rules: readonly Rule[], rows: readonly Row[]): void {
  describe(title, () => tryRows(rules, rows));
}

function tryRows(rules: readonly Rule[], rows: readonly Row[]): void {
  it.each(rows.map(titled))('%s', (_title, [id, outcome, , changes, beside]) => {
    const flow = changed(modelFlow, changes);
    expect(checkFile(flow)).toMatchObject({ usable: true });
    const result = judge(rules, id, flow, beside);
    expect(`${result?.outcome}: ${result?.message}`).toMatch(new RegExp(`^${outcome}: \\S`));
    expect(result?.message).not.toMatch(GAP);
    expect(judgeByNamedFields(rules, id, flow, beside)?.message).toBe(result?.message);
  });
}

function titled(row: Row): [string, Row] {
  return [`${row[0]} says ${row[1]} where ${row[2]}`, row];
}

/** Judges what is left when every field that the rule does not name is taken away. */
function judgeByNamedFields(rules: readonly Rule[], id: string, flow: object, beside: Beside = {}) {
  const register = beside.register ?? modelRegister;
  const named = rules.find((rule) => rule.id === id)?.fields ?? [];
  const { register: partOfRegister, ...partOfFlow } = onlyFields({ ...flow, register }, named) as Beside;
  return judge(rules, id, partOfFlow, { ...beside, register: partOfRegister });
}

function judge(rules: readonly Rule[], id: string, flow: unknown, beside: Beside = {}) {
  const ruleSet = {
    edition: JUDGED_ON,
    rules: rules.filter((rule) => rule.id === id),
    settings: currentSettings,
  };
  return evaluate(flow, readRegister(beside.register ?? modelRegister), ruleSet, beside.asAt ?? JUDGED_ON)[0];
}
