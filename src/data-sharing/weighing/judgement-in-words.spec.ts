import {
  asksForJudgement,
  asStated,
  judgedBy,
  judgementsOf,
  withoutUnchecked,
} from './judgement-in-words.js';

const WORDS = 'This record says why it is necessary; nobody has checked it.';
const RESULT = { rule: 'R-GEN-03', version: 2, outcome: 'STATED', message: WORDS } as const;

describe('What people found of what a record only states', () => {
  it('is told by the post, the finding and the day', () => {
    const said = { post: 'CALDICOTT_GUARDIAN', judgedOn: '2026-05-03' } as const;
    expect(judgedBy({ ...said, finding: 'ADEQUATE' })).toBe(
      'Judged adequate by the Caldicott Guardian, 3 May 2026',
    );
    expect(judgedBy({ ...said, finding: 'NOT_ADEQUATE', post: 'DPO' })).toBe(
      'Judged not adequate by the Data Protection Officer, 3 May 2026',
    );
    expect(judgedBy({ ...said, finding: 'CANNOT_TELL', post: 'REVIEWER' })).toBe(
      'Judged by a reviewer, who cannot tell whether it is adequate, 3 May 2026',
    );
  });

  it('is of the very words that were judged: not of another rule, a later version of it, or other words', () => {
    const adequate = judgement({});
    expect(judgementsOf(RESULT, [adequate])).toEqual([adequate]);
    for (const other of [{ rule: 'R-GEN-02' }, { ruleVersion: 1 }, { said: 'This record says otherwise.' }])
      expect(judgementsOf(RESULT, [judgement(other)])).toEqual([]);
    expect(judgementsOf({ ...RESULT, outcome: 'PASS' }, [adequate])).toEqual([]);
  });

  it('and the words ask for judgement until somebody finds them adequate and nobody, last, finds them not', () => {
    const adequate = judgement({});
    const not = judgement({ finding: 'NOT_ADEQUATE' });
    expect(asksForJudgement(RESULT, [])).toBe(true);
    expect(asksForJudgement(RESULT, [judgement({ finding: 'CANNOT_TELL' })])).toBe(true);
    expect(asksForJudgement(RESULT, [adequate])).toBe(false);
    expect(asksForJudgement(RESULT, [adequate, not])).toBe(true);
    expect(asksForJudgement(RESULT, [{ ...not, followedOn: '2026-05-04' }, adequate])).toBe(false);
    expect(asksForJudgement(RESULT, [{ ...adequate, followedOn: '2026-05-04' }, not])).toBe(true);
    expect(asksForJudgement({ ...RESULT, outcome: 'PASS' }, [])).toBe(false);
  });

  it('and what somebody judged is not said to be unchecked, nor what is stated to be missing', () => {
    expect(withoutUnchecked(WORDS)).toBe('This record says why it is necessary.');
    expect(asStated('This record does not show why.')).toBe('This record states why.');
  });
});

function judgement(different: object) {
  const { rule, version, message } = RESULT;
  const said = { rule, ruleVersion: version, said: message, finding: 'ADEQUATE', followedOn: null } as const;
  return { ...said, ...different };
}
