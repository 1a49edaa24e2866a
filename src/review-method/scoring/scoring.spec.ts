import fc from 'fast-check';
import { capByEvidence } from './cap-by-evidence.js';
import { EVIDENCE_GRADES } from './evidence-grade.js';
import { isScore, pointsOf, SCORES } from './score.js';
import { scoreFaults } from './score-faults.js';
import { onTheScale, SCORE_SCALE } from './score-scale.js';

describe('Weak evidence cannot carry a strong score', () => {
  it.each([
    ['3', 'A', '3'],
    ['3', 'B', '3'],
    ['3', 'C', '2'],
    ['3', 'D', 'U'],
    ['2', 'C', '2'],
    ['2', 'D', 'U'],
    ['1', 'C', '1'],
    ['1', 'E', 'U'],
    ['0', 'C', '0'],
    ['0', 'E', 'U'],
    ['X', 'E', 'X'],
    ['N', 'D', 'N'],
  ] as const)('a %s on evidence of grade %s counts as %s', (score, grade, counted) => {
    const capped = capByEvidence(score, grade);
    expect(capped.score).toBe(counted);
    expect(capped.because === null).toBe(score === counted);
  });

  it('never raises a score, and weighing twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCORES), fc.constantFrom(...EVIDENCE_GRADES), (score, grade) => {
        const once = capByEvidence(score, grade).score;
        expect(pointsOf(once) ?? -1).toBeLessThanOrEqual(pointsOf(score) ?? -1);
        expect(capByEvidence(once, grade).score).toBe(once);
      }),
    );
  });
});

describe('A score can be locked only with its reasons', () => {
  const whole = { score: '2', grade: 'B', rationale: 'The rota shows it.', notApplicableReason: '' } as const;

  it('accepts a whole entry', () => {
    expect(scoreFaults(whole)).toEqual([]);
  });

  it.each([
    [{ ...whole, score: null }, ['score']],
    [{ ...whole, rationale: '  ' }, ['rationale']],
    [{ ...whole, grade: null }, ['grade']],
    [{ ...whole, score: 'N' as const, grade: null }, ['notApplicableReason']],
    [{ ...whole, score: 'N' as const, rationale: '', grade: null }, ['rationale', 'notApplicableReason']],
    [{ ...whole, score: 'X' as const, grade: null }, []],
  ])('asks for what is missing (%#)', (entry, fields) => {
    expect(scoreFaults(entry).map(({ field }) => field)).toEqual(fields);
  });
});

describe('The scale', () => {
  it('explains every score, in order', () => {
    expect(SCORE_SCALE.map(({ score }) => score)).toEqual([...SCORES]);
    expect(onTheScale('1')).toMatchObject({ label: 'Partly consistent', labelForLaw: 'Partly met' });
  });

  it('knows a score when it sees one', () => {
    expect(['3', 'U', 'N'].every(isScore)).toBe(true);
    expect([3, '4', 'u', '', null].some(isScore)).toBe(false);
  });
});
