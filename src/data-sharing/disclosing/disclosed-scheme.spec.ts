import type { DisclosureRow } from './disclosures.queries.js';
import type { Disclosed, DisclosedResults, OutcomeCounts } from '../flow/disclosed.js';
import { addedUp, disclosedScheme } from './disclosed-scheme.js';

describe('What the public is told of the data flows of a scheme', () => {
  const rows = [
    rowOf('first', 1, results({ A6: counts({ FAIL: 2, PASS: 1 }), CF: counts({ FAIL: 1 }) })),
    rowOf('second', 1, results({ A6: counts({ PASS: 3 }) })),
    rowOf('first', 1, {
      ...{ tells: 'sign-off', capacity: 'CALDICOTT_GUARDIAN', decision: 'REFUSED' },
      ...{ adviceFollowed: null, dissent: 'I was not heard.' },
    }),
    rowOf('first', 2, results({ A6: counts({ FAIL: 1, UNKNOWN: 4, STATED: 2 }) })),
    rowOf('first', 1, {
      ...{ tells: 'override', rule: 'R-CF-05', ruleVersion: 1, outcome: 'FAIL' },
      ...{ reason: 'A reason.', evidence: 'A document.' },
    }),
  ];

  it('counts each flow once, by its newest results, and adds the flows up group by group', () => {
    const { flows, groups, totals } = disclosedScheme(rows);
    expect(flows.map(({ number, seriesId, results: newest }) => [number, seriesId, newest?.version])).toEqual(
      [
        [1, 'first', 2],
        [2, 'second', 1],
      ],
    );
    expect(groups.map(({ group, counts: found }) => [group, found])).toEqual([
      ['A6', counts({ FAIL: 1, UNKNOWN: 4, STATED: 2, PASS: 3 })],
    ]);
    expect(totals).toEqual(counts({ FAIL: 1, UNKNOWN: 4, STATED: 2, PASS: 3 }));
  });

  it('keeps sign-offs, dissent and overrides of every version, each with the version it is about', () => {
    const [first, second] = disclosedScheme(rows).flows;
    expect(first?.signOffs).toMatchObject([{ version: 1, decision: 'REFUSED', dissent: 'I was not heard.' }]);
    expect(first?.overrides).toMatchObject([{ version: 1, rule: 'R-CF-05', outcome: 'FAIL' }]);
    expect(second).toMatchObject({ signOffs: [], overrides: [] });
  });

  it('and of a scheme without flows, nothing', () => {
    expect(disclosedScheme([])).toEqual({ flows: [], groups: [], totals: counts({ STATED: 0 }), judged: 0 });
    expect(addedUp([])).toEqual(counts({ STATED: 0 }));
  });
});

function rowOf(seriesId: string, version: number, content: Disclosed): DisclosureRow {
  return {
    ...{
      id: `${seriesId}-${String(version)}-${content.tells}`,
      flowId: `${seriesId}-${String(version)}`,
      seriesId,
      version,
      content,
    },
    ...{ subject: content.tells, disclosedOn: '2026-11-23' },
  };
}

function results(groups: DisclosedResults['groups']): DisclosedResults {
  return {
    ...{ tells: 'rule-results', occasion: 'submission', label: 'When the flow was submitted' },
    ...{ ruleSet: '2026-11-22', asAt: '2026-11-23', groups, notShown: [], flags: [] },
  };
}

function counts(found: Partial<OutcomeCounts>): OutcomeCounts {
  return { DOES_NOT_APPLY: 0, PASS: 0, WARN: 0, UNKNOWN: 0, FAIL: 0, ...found };
}
