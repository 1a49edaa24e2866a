import type { StoredReport } from '../flow/flow-rows.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { compareReports } from './compare-reports.js';
import { shownComparison } from './comparison-shown.js';

describe('Two reports of one flow are compared', () => {
  it('and nothing is different when nothing is', () => {
    const report = reportOf({});
    expect(compareReports(report, { ...report, id: 'later', occasion: 're-evaluation' })).toMatchObject({
      changed: [],
      same: 2,
    });
  });

  it.each([
    ['the rule changed', {}, { version: 2, outcome: 'PASS' }, ['rule']],
    ['the record changed', { inputHash: 'other' }, { outcome: 'PASS' }, ['record']],
    ['the day is another', { asAt: '2027-01-01' }, { outcome: 'PASS' }, ['day']],
    ['both changed', { inputHash: 'other' }, { version: 2, outcome: 'PASS' }, ['rule', 'record']],
    ['only the register beside it changed', {}, { outcome: 'WARN' }, ['register']],
    ['the words changed, not the outcome', { inputHash: 'other' }, { message: 'Other.' }, ['record']],
  ] as const)('and it says why: %s', (_, ofReport, ofResult, reasons) => {
    const first = reportOf({});
    const second = reportOf(ofReport, ofResult);
    expect(compareReports(first, second).changed).toMatchObject([{ rule: 'R-ONE-01', reasons }]);
  });

  it('and a rule that is new or gone is no change of the record', () => {
    const first = reportOf({});
    const without = { ...first, results: first.results.slice(1) };
    expect(compareReports(without, first).changed).toMatchObject([{ before: null, reasons: ['rule-added'] }]);
    expect(compareReports(first, without).changed).toMatchObject([{ after: null, reasons: ['rule-gone'] }]);
  });

  it('and only the report of the submission is called the original', () => {
    const { reports } = shownComparison(
      compareReports(reportOf({ occasion: 're-evaluation' }), reportOf({ occasion: 'submission' })),
    );
    expect(reports.map(({ heading }) => heading)).toEqual([
      'First: judged again later, not the original',
      'Second: the original, made when the flow was submitted',
    ]);
  });
});

function reportOf(different: Partial<StoredReport>, ofFirst: Partial<RuleResult> = {}): StoredReport {
  return {
    id: 'report',
    flowId: 'flow',
    occasion: 'submission',
    label: 'When the flow was submitted',
    ruleSet: '2026-11-22',
    asAt: '2026-11-23',
    madeOn: '2026-11-23',
    inputHash: 'hash',
    results: [resultOf('R-ONE-01', ofFirst), resultOf('R-TWO-02', {})],
    readInPart: null,
    judgements: [],
    ...different,
  };
}

function resultOf(rule: string, different: Partial<RuleResult>): RuleResult {
  return {
    flow: 'flow',
    rule,
    version: 1,
    kind: 'L',
    outcome: 'FAIL',
    message: 'This record does not show it.',
    fields: [],
    citation: { text: 'A law', refs: [], confidence: 'B' },
    whatToDo: 'Do it.',
    flags: [],
    findings: [],
    ...different,
  };
}
