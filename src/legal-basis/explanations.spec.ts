import { alsoFound } from './also-found.js';
import { awaitsSignOff } from './awaits-sign-off.js';
import { explanationFaults, explanationsFor, needsExplanation } from './explanations.js';
import { beingChecked } from './rules/engine/citation.js';
import type { RuleResult } from './rules/engine/evaluate.js';
import type { RuleFinding } from './rules/engine/rule.js';

function result(change: Partial<RuleResult>): RuleResult {
  return {
    flow: 'flow-1',
    rule: 'R-GEN-01',
    version: 1,
    kind: 'L',
    outcome: 'FAIL',
    message: 'This record does not show it.',
    fields: [],
    citation: beingChecked('An Act'),
    whatToDo: 'Write it.',
    flags: [],
    findings: [],
    ...change,
  };
}

function finding(outcome: RuleFinding['outcome'], message: string): RuleFinding {
  return { subject: null, outcome, message, fields: [] };
}

describe('What a trust must explain before it submits', () => {
  it.each([
    [{ outcome: 'FAIL', kind: 'P' }, true],
    [{ outcome: 'FAIL', kind: 'L' }, true],
    [{ outcome: 'UNKNOWN', kind: 'L' }, true],
    [{ outcome: 'UNKNOWN', kind: 'L/C' }, true],
    [{ outcome: 'UNKNOWN', kind: 'P' }, false],
    [{ outcome: 'UNKNOWN', kind: 'C/P' }, false],
    [{ outcome: 'WARN', kind: 'L' }, false],
    [{ outcome: 'PASS', kind: 'L' }, false],
    [{ outcome: 'DOES_NOT_APPLY', kind: 'L' }, false],
    [{ outcome: 'FAIL', kind: 'L', rule: 'R-SO-01' }, false],
  ] as const)('%j: %s', (change, needed) => {
    expect(needsExplanation(result(change))).toBe(needed);
  });

  it('keeps explanations for nothing else, and no blanks', () => {
    const results = [result({}), result({ rule: 'R-GEN-02' }), result({ rule: 'R-GEN-03', outcome: 'PASS' })];
    const given = {
      'R-GEN-01': ' Because. ',
      'R-GEN-02': '  ',
      'R-GEN-03': 'Unasked.',
      'R-GEN-04': 'No such.',
    };
    expect(explanationsFor(results, given)).toEqual({ 'R-GEN-01': 'Because.' });
    expect(explanationsFor([result({ rule: 'constructor' })], {})).toEqual({});
  });

  it('says of each rule what is missing or too long', () => {
    const results = [
      result({}),
      result({ rule: 'R-GEN-02', outcome: 'UNKNOWN' }),
      result({ rule: 'R-GEN-03' }),
    ];
    expect(explanationFaults(results, { 'R-GEN-03': 'x'.repeat(4001) })).toEqual([
      { field: 'R-GEN-01', text: expect.stringMatching(/^Mend what R-GEN-01 asks for/) },
      { field: 'R-GEN-02', text: expect.stringMatching(/^Answer what R-GEN-02 asks/) },
      { field: 'R-GEN-03', text: 'The explanation for R-GEN-03 must be 4,000 characters or fewer.' },
    ]);
    const given = { 'R-GEN-01': 'a', 'R-GEN-02': 'b', 'R-GEN-03': 'x'.repeat(4000) };
    expect(explanationFaults(results, given)).toEqual([]);
  });
});

describe('What waits for people who have not signed', () => {
  const settled = (outcome: RuleResult['outcome']) => result({ rule: 'R-SO-01', outcome });

  it('is what their signatures settle, until all of them have signed', () => {
    expect(awaitsSignOff(settled('FAIL'), [])).toBe(true);
    expect(awaitsSignOff(settled('UNKNOWN'), ['CALDICOTT_GUARDIAN'])).toBe(true);
    expect(awaitsSignOff(settled('FAIL'), ['EXEC_APPROVER', 'CALDICOTT_GUARDIAN'])).toBe(false);
  });

  it('is nothing that is settled already, or that no signature settles', () => {
    for (const outcome of ['PASS', 'WARN', 'DOES_NOT_APPLY'] as const)
      expect(awaitsSignOff(settled(outcome), [])).toBe(false);
    expect(awaitsSignOff(result({}), [])).toBe(false);
    expect(awaitsSignOff(result({ rule: 'R-X-99' }), [])).toBe(false);
  });
});

describe('What else a rule finds amiss', () => {
  it('is every other finding that is not well, in its own words and once', () => {
    const findings = [
      finding('FAIL', 'first'),
      finding('UNKNOWN', 'second'),
      finding('WARN', 'third'),
      finding('FAIL', 'second'),
      finding('PASS', 'fourth'),
      finding('DOES_NOT_APPLY', 'fifth'),
    ];
    expect(alsoFound({ message: 'first', findings })).toEqual(['second', 'third']);
    expect(alsoFound({ message: 'first', findings: [] })).toEqual([]);
  });
});
