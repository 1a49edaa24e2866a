import fc from 'fast-check';
import {
  arbitraryDay,
  arbitraryFlow,
  arbitraryRegister,
} from '../../../../test/support/data-sharing/arbitrary-record.js';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { FlowRecord } from '../../record/flow-record.js';
import type { RegisterView } from '../../record/register-view.js';
import { changed } from '../../../../test/support/data-sharing/changed.js';
import { JUDGED_ON, modelFlow, modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { onlyFields } from '../../../../test/support/data-sharing/only-fields.js';
import { swept } from '../reading/words/swept.js';
import { currentRuleSet } from '../all-rules.js';
import { evaluate, type RuleResult } from './evaluate.js';
import { gravityOf, outcomes } from './outcome.js';
import { readRegister } from '../matter/read-register.js';

/** How many records each promise is tried on; `npm run test:long` sets more. */
const numRuns = Number(process.env['CANDOUR_RULES_RUNS'] ?? 2000);
const fewer = Math.ceil(numRuns / 10);
const empty = readRegister({});
/** Records that were once thought better of for being left alone, with the register and the two days. */
const FOUND_EARLIER: [FlowRecord, RegisterView, CalendarDay, CalendarDay][] = [
  [
    { endDate: '2026-02-05', parties: [{ orgType: 'VENDOR', erasureCertificate: true }] },
    {},
    '2012-06-01',
    '2026-02-06',
  ],
];
const codes: readonly string[] = outcomes.map(({ code }) => code);
const outcomeOf = (results: readonly RuleResult[]) =>
  new Map(results.map((result) => [result.rule, result.outcome]));

describe('judging a record', () => {
  it('finds nothing to object to in a record that shows everything', () => {
    const results = evaluate(modelFlow, readRegister(modelRegister), currentRuleSet, JUDGED_ON);
    const objections = results.filter(({ outcome }) => outcome !== 'PASS' && outcome !== 'DOES_NOT_APPLY');
    expect(
      objections
        .filter(({ outcome }) => outcome !== 'STATED')
        .map(({ rule, message }) => `${rule} ${message}`),
    ).toEqual([]);
  });

  it('judges any record by every rule, in the order of the rules, and never gives up', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, (flow, register, asAt) => {
        const results = evaluate(flow, readRegister(register), currentRuleSet, asAt);
        expect(results.map(({ rule }) => rule)).toEqual(currentRuleSet.rules.map(({ id }) => id));
        const spoilt = results.filter(
          ({ outcome, message, fields }) =>
            !codes.includes(outcome) || !/\S.*\.$/.test(message) || fields.length === 0,
        );
        expect(spoilt).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('judges what is not a record at all', () => {
    fc.assert(
      fc.property(fc.anything(), arbitraryFlow, fc.string(), (anything, flow, key) => {
        for (const record of [
          anything,
          { ...flow, [key]: anything },
          { ...flow, assertions: anything, parties: [anything] },
        ]) {
          expect(evaluate(record, readRegister(anything), currentRuleSet, JUDGED_ON)).toHaveLength(
            currentRuleSet.rules.length,
          );
        }
      }),
      { numRuns: fewer },
    );
  });

  it('says the same of the same record, and leaves the record as it was', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, (flow, register, asAt) => {
        const before = structuredClone(flow);
        const once = evaluate(flow, readRegister(register), currentRuleSet, asAt);
        expect(evaluate(structuredClone(flow), readRegister(register), currentRuleSet, asAt)).toEqual(once);
        expect(flow).toEqual(before);
      }),
      { numRuns: fewer },
    );
  });

  it('says the same whatever the order of the rules and of the lists in the record', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, (flow, register, asAt) => {
        const backwards = { ...currentRuleSet, rules: currentRuleSet.rules.toReversed() };
        const once = outcomeOf(evaluate(flow, readRegister(register), currentRuleSet, asAt));
        expect(outcomeOf(evaluate(flow, readRegister(register), backwards, asAt))).toEqual(once);
        expect(
          outcomeOf(evaluate(reversed(flow), readRegister(reversed(register)), currentRuleSet, asAt)),
        ).toEqual(once);
      }),
      { numRuns: fewer },
    );
  });

  it('looks at no field that it does not name, once copies of other answers are swept away', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, (flow, register, asAt) => {
        const beside = readRegister(register);
        const read = swept(flow, beside.documents);
        const whole = outcomeOf(evaluate(read, beside, currentRuleSet, asAt));
        const blind = currentRuleSet.rules.filter((rule) => {
          const part = onlyFields({ ...read, register }, rule.fields) as { register?: unknown };
          const { register: partOfRegister, ...partOfFlow } = part;
          const alone = { ...currentRuleSet, rules: [rule] };
          return (
            evaluate(partOfFlow, readRegister(partOfRegister), alone, asAt)[0]?.outcome !== whole.get(rule.id)
          );
        });
        expect(blind.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 20) },
    );
  });

  it('uses no threshold that it does not name', () => {
    const { settings } = currentRuleSet;
    const others = Object.entries(settings).map(([name, value]) => [
      name,
      value === 'FAIL' ? 'WARN' : Number(value) + 7,
    ]);
    const strange = { ...currentRuleSet, settings: Object.fromEntries(others) as typeof settings };
    const named = new Set(currentRuleSet.rules.filter(({ thresholds }) => thresholds).map(({ id }) => id));
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, (flow, register, asAt) => {
        const usual = outcomeOf(evaluate(flow, readRegister(register), currentRuleSet, asAt));
        const moved = evaluate(flow, readRegister(register), strange, asAt);
        const differing = moved
          .filter(({ rule, outcome }) => usual.get(rule) !== outcome)
          .map(({ rule }) => rule);
        expect(differing.filter((rule) => !named.has(rule))).toEqual([]);
      }),
      { numRuns: fewer },
    );
  });

  it('never thinks better of a record that is merely left alone', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, arbitraryDay, (flow, register, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        const before = outcomeOf(evaluate(flow, readRegister(register), currentRuleSet, earlier));
        const after = evaluate(flow, readRegister(register), currentRuleSet, later);
        const better = after.filter(
          ({ rule, outcome }) => gravityOf(outcome) < gravityOf(before.get(rule) ?? 'FAIL'),
        );
        expect(better.map(({ rule, outcome }) => [rule, before.get(rule), outcome])).toEqual([]);
      }),
      { numRuns: fewer, examples: FOUND_EARLIER },
    );
  });

  it('lets the worst of several assertions decide, and keeps what it says of each', () => {
    const flow = changed(modelFlow, { 'assertions[1].art6': '6_1_f' });
    const result = evaluate(flow, empty, currentRuleSet, JUDGED_ON).find(({ rule }) => rule === 'R-A6-02');
    expect(result).toMatchObject({
      flow: 'flow-1',
      outcome: 'FAIL',
      message:
        'This record does not show a basis that is open to a public authority acting in its tasks: legitimate interests are not.',
      findings: [
        { subject: 'assertions[0]', outcome: 'PASS' },
        { subject: 'assertions[1]', outcome: 'FAIL' },
      ],
    });
    expect(result?.fields[0]).toBe('assertions[1].art6');
  });
});

function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.toReversed().map((item: unknown) => reversed(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reversed<unknown>(item)])) as T;
}
