import { Unprocessable } from '../../kernel/refusal.js';
import type { MatrixFlow, MatrixResult } from './examining.queries.js';
import { filterFrom, foundResults, matrixRows } from './matrix.js';

const NOBODY_CHECKED = new Map<string, string>();

describe('A reviewer reads the flows of a scheme by groups of rules', () => {
  const results = [
    resultOf('R-A6-02', 'FAIL', 'L'),
    resultOf('R-A6-05', 'PASS', 'L'),
    resultOf('R-CF-05', 'FAIL', 'L/C'),
    resultOf('R-CN-03', 'WARN', 'P', 'A'),
  ];
  const flows = [flowOf('one', results, ['R-CF-05']), flowOf('two', [resultOf('R-A6-02', 'UNKNOWN', 'L')])];

  it('with every result counted once, in words, and a cell for each flow', () => {
    const rows = matrixRows(flows, {});
    expect(
      rows.map(({ group, cells }) => [group, cells.map((cell) => cell.map(({ text }) => text))]),
    ).toEqual([
      ['A6', [['1 not shown', '1 shown'], ['1 not known']]],
      ['CF', [['1 not shown'], []]],
      ['CN', [['1 take care'], []]],
    ]);
  });

  it('and narrows it by result, by group and by kind, where a rule of two kinds is found under both', () => {
    expect(matrixRows(flows, { outcome: 'FAIL' }).map(({ group }) => group)).toEqual(['A6', 'CF']);
    expect(matrixRows(flows, { group: 'CN' }).map(({ group }) => group)).toEqual(['CN']);
    expect(matrixRows(flows, { kind: 'C' }).map(({ group }) => group)).toEqual(['CF']);
    expect(matrixRows(flows, { kind: 'L', outcome: 'WARN' })).toEqual([]);
  });

  it('and lists what was asked for, the worst first, marked where it is overridden or its reference being checked', () => {
    expect(foundResults(flows, {}, NOBODY_CHECKED)).toEqual([]);
    const found = foundResults(flows, { kind: 'L' }, new Map([['R-A6-02', 'Checked.']]));
    expect(found.map(({ rule, flow }) => [rule, flow.href])).toEqual([
      ['R-A6-02', '/examined-flows/one'],
      ['R-CF-05', '/examined-flows/one'],
      ['R-A6-05', '/examined-flows/one'],
      ['R-A6-02', '/examined-flows/two'],
    ]);
    expect(found.map(({ overridden }) => overridden)).toEqual([false, true, false, false]);
    expect(found.map(({ beingChecked }) => beingChecked)).toEqual([false, true, true, false]);
    expect(foundResults(flows, { group: 'CN' }, NOBODY_CHECKED)).toMatchObject([{ beingChecked: false }]);
  });

  it('and an address with words of no vocabulary is refused, since it would narrow nothing', () => {
    expect(filterFrom({ outcome: 'FAIL', group: 'A6', kind: 'P' })).toEqual({
      outcome: 'FAIL',
      group: 'A6',
      kind: 'P',
    });
    expect(Object.values(filterFrom({ outcome: '', after: 'x' })).filter(Boolean)).toEqual([]);
    for (const query of [{ outcome: 'fail' }, { group: '__proto__' }, { kind: ['P', 'X'] }])
      expect(() => filterFrom(query)).toThrow(Unprocessable);
  });
});

function resultOf(
  rule: string,
  outcome: MatrixResult['outcome'],
  kind: MatrixResult['kind'],
  confidence: 'A' | 'B' = 'B',
): MatrixResult {
  return { rule, version: 1, outcome, kind, confidence, message: `What ${rule} says.` };
}

function flowOf(
  id: string,
  results: readonly MatrixResult[],
  overridden: readonly string[] = [],
): MatrixFlow {
  return {
    ...{ id, results, overridden, title: `Flow ${id}`, version: 1, judgedAnew: [], judgements: [] },
    report: {
      ...{ id: 'report', occasion: 'submission', label: 'When the flow was submitted', inputHash: '' },
      ...{ ruleSet: '2026-11-22', asAt: '2026-11-23', madeOn: '2026-11-23' },
    },
  };
}
