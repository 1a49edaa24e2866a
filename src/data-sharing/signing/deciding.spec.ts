import type { ShownGroup, ShownResult } from '../showing/report-shown.js';
import { inTheWay, whatDecides } from './deciding.js';

describe('What decides about a flow is read before the whole record', () => {
  it('who shares what of whom, why, and by which route through confidentiality; silence is told as silence', () => {
    const read = new Map(
      whatDecides({
        parties: [{ orgId: 'party-1', name: 'Example Trust' }],
        senderOrgId: 'party-1',
        startDate: '2018-09-03',
        endDate: '2024-03-29',
        status: 'CEASED',
        purposeText: 'To plan for a crisis.',
        confidentiality: { routeCitation: 'Words about a law' },
      }).map(({ key, values }) => [key, values]),
    );
    expect(read.get('Who sends')).toEqual(['Example Trust']);
    expect(read.get('Who receives')).toEqual(['This record does not say.']);
    expect(read.get('For whom, and for what')).toEqual(['To plan for a crisis.']);
    expect(read.get('Why it is necessary')).toEqual(['This record does not say.']);
    expect(read.get('When')).toEqual(['From 3 September 2018 to 29 March 2024', 'Ceased']);
    expect(read.get('Route through confidentiality')).toEqual(['Words about a law']);
  });

  it('and the five results that stand most in its way, those of law first and patterns after them', () => {
    const { first, more } = inTheWay(
      [
        groupOf('mend', [
          result('R-CAL-02', 'FAIL', 'code or guidance'),
          result('R-A6-01', 'FAIL', 'law'),
          result('R-GEN-03', 'FAIL', 'law', true),
        ]),
        groupOf('say-more', [result('R-SEC-01', 'UNKNOWN', 'law')]),
        groupOf('take-care', [
          result('R-TR-01', 'WARN', 'platform policy'),
          result('R-PAT-01', 'WARN', 'platform policy'),
        ]),
        groupOf('waits', [result('R-SO-01', 'FAIL', 'law')]),
        groupOf('stated', [result('R-GEN-02', 'STATED', 'law')]),
      ],
      1,
    );
    expect(first.map(({ rule }) => rule)).toEqual([
      'R-GEN-03',
      'R-A6-01',
      'R-PAT-01',
      'R-CAL-02',
      'R-SEC-01',
    ]);
    expect(more).toBe(1);
  });

  it('and that there is nothing to object to is said only where nothing rests on words that nobody found adequate', () => {
    const said = (unjudged: number, groups: readonly ShownGroup[] = []) => inTheWay(groups, unjudged).nothing;
    expect(said(2)).toBe(
      'No rule finds a fault. But 2 results rest on words that nobody has found adequate.',
    );
    expect(said(0, [groupOf('waits', [result('R-SO-01', 'FAIL', 'law')])])).toBe(
      'No rule finds a fault. 1 rule waits for people to sign.',
    );
    expect(said(0)).toContain('anything to object to');
    expect(said(0, [groupOf('mend', [result('R-A6-01', 'FAIL', 'law')])])).toBeNull();
  });
});

function groupOf(key: string, results: readonly ShownResult[]): ShownGroup {
  return { key, title: key, meaning: '', tone: '', open: true, results, parts: [] };
}

function result(rule: string, outcome: ShownResult['outcome'], kind: string, redLine = false): ShownResult {
  return {
    ...{ rule, outcome, kind, redLine, group: '', message: '', also: [], whatToDo: '', citation: '' },
    ...{ sources: [], beingChecked: false, checked: null, lookedAt: [], place: null, explanation: null },
    ...{ overrides: [], judgements: [] },
  };
}
