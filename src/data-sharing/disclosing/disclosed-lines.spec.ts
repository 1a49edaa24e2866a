import type { DisclosureRow } from './disclosures.queries.js';
import type { DisclosedSignOff } from '../flow/disclosed.js';
import { disclosedLines, LINE_COLUMNS } from './disclosed-lines.js';

describe('The file of what the public is told says of each reference whether it was checked', () => {
  const checked = 'Reference checked on 3 March 2026 by Solicitor of the trust: it holds.';
  const lines = disclosedLines(
    [resultsOf(['R-GEN-01', 'R-GEN-07', 'R-A6-03'])],
    new Map([['R-GEN-01', checked]]),
  );
  const saidOf = (id: string) => lines.find(({ rule }) => rule === id);

  it('with the words of the check where there is one', () => {
    expect(saidOf('R-GEN-01')).toMatchObject({ referenceBeingChecked: false, referenceChecked: checked });
  });

  it('and that it is being checked, or was seen in a source, where there is none', () => {
    expect(saidOf('R-GEN-07')).toMatchObject({ referenceBeingChecked: true, referenceChecked: null });
    expect(saidOf('R-A6-03')).toMatchObject({ referenceBeingChecked: false, referenceChecked: null });
  });

  it('and the table has a column for it', () => {
    expect(LINE_COLUMNS.map(({ heading }) => heading)).toContain('reference_checked');
  });
});

describe('The file of what the public is told says which line stands', () => {
  it('of several sign-offs in one post, the last of each version; other posts stand beside it', () => {
    const lines = disclosedLines(
      [
        signed('1', 'CALDICOTT_GUARDIAN', 'REFUSED'),
        signed('2', 'DPO', 'ADVISED'),
        signed('3', 'CALDICOTT_GUARDIAN', 'APPROVED'),
        { ...signed('4', 'CALDICOTT_GUARDIAN', 'REFUSED'), flowId: 'g', version: 2 },
      ],
      new Map(),
    );
    expect(lines.map(({ newest }) => newest)).toEqual([false, true, true, true]);
  });
});

function signed(
  id: string,
  capacity: DisclosedSignOff['capacity'],
  decision: DisclosedSignOff['decision'],
): DisclosureRow {
  return {
    ...{ id, flowId: 'f', seriesId: 'f', version: 1, subject: 'sign-off', disclosedOn: '2026-11-24' },
    content: { tells: 'sign-off', capacity, decision, adviceFollowed: null, dissent: null },
  };
}

function resultsOf(notShown: readonly string[]): DisclosureRow {
  return {
    ...{
      id: 'd',
      flowId: 'f',
      seriesId: 'f',
      version: 1,
      subject: 'rule-results',
      disclosedOn: '2026-11-23',
    },
    content: {
      ...{ tells: 'rule-results', occasion: 'submission', label: 'When the flow was submitted' },
      ...{ ruleSet: '2026-11-22', asAt: '2026-11-23', groups: {}, notShown, flags: [] },
    },
  };
}
