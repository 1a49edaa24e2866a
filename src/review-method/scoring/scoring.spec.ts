import fc from 'fast-check';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { capByEvidence, countedScore } from './cap-by-evidence.js';
import { EVIDENCE_GRADE_MEANINGS, EVIDENCE_GRADES, isEvidenceGrade } from './evidence-grade.js';
import { isScore, isUnverified, pointsOf, SCORES } from './score.js';
import { evidenceFaults, scoreFaults } from './score-faults.js';
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
    const capped = capByEvidence(score, grade, FIRST_METHOD);
    expect(capped.score).toBe(counted);
    expect(capped.because === null).toBe(score === counted);
  });

  it('says which grade or which score was too much', () => {
    expect(capByEvidence('3', 'C', FIRST_METHOD).because).toContain('grade A or B');
    expect(capByEvidence('1', 'D', FIRST_METHOD).because).toContain('grade D');
    expect(capByEvidence('1', 'E', FIRST_METHOD).because).toContain('grade E');
  });

  it('counts a score as given where no evidence was asked for', () => {
    expect(countedScore({ score: 'X', grade: null }, FIRST_METHOD)).toBe('X');
    expect(countedScore({ score: '3', grade: null }, FIRST_METHOD)).toBe('3');
    expect(countedScore({ score: '3', grade: 'E' }, FIRST_METHOD)).toBe('U');
  });

  it('has five grades, each explained', () => {
    expect(['A', 'E'].every(isEvidenceGrade)).toBe(true);
    expect(['F', 'a', '', null, 1].some(isEvidenceGrade)).toBe(false);
    expect(new Set(EVIDENCE_GRADES.map((grade) => EVIDENCE_GRADE_MEANINGS.get(grade))).size).toBe(5);
    for (const grade of EVIDENCE_GRADES) expect(EVIDENCE_GRADE_MEANINGS.get(grade)).toMatch(/^[A-Z].+\.$/);
  });

  it('never raises a score, and weighing twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCORES), fc.constantFrom(...EVIDENCE_GRADES), (score, grade) => {
        const once = capByEvidence(score, grade, FIRST_METHOD).score;
        expect(pointsOf(once) ?? -1).toBeLessThanOrEqual(pointsOf(score) ?? -1);
        expect(capByEvidence(once, grade, FIRST_METHOD).score).toBe(once);
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
    [{ ...whole, score: 'N' as const, grade: null, notApplicableReason: ' ' }, ['notApplicableReason']],
    [{ ...whole, score: 'N' as const, grade: null, notApplicableReason: 'It has no police.' }, []],
    [{ ...whole, score: '0' as const, rationale: '', grade: null }, ['rationale', 'grade']],
  ])('asks for what is missing (%#)', (entry, fields) => {
    expect(scoreFaults(entry).map(({ field }) => field)).toEqual(fields);
    for (const { text } of scoreFaults(entry)) expect(text).toMatch(/^(Choose|Say) /);
  });
});

describe('The evidence that an answer names', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';

  it('is named by ids, or not at all', () => {
    for (const ids of [undefined, [], [id], [id, id]]) expect(evidenceFaults(ids)).toEqual([]);
    for (const ids of [['the rota'], [id, 'the rota']])
      expect(evidenceFaults(ids)).toEqual([
        { field: 'evidenceIds', text: expect.stringContaining('evidence from the list') },
      ]);
  });
});

describe('The scale', () => {
  it('has numbers, which in law are met or not, and letters, which say why there is none', () => {
    expect(SCORES.map(pointsOf)).toEqual([3, 2, 1, 0, null, null, null]);
    expect(SCORES.filter(isUnverified)).toEqual(['U', 'X']);
    for (const { score, label, labelForLaw, meaning } of SCORE_SCALE) {
      expect(label).toMatch(pointsOf(score) === null ? /^(Cannot|Not a)/ : /onsistent$/);
      expect(labelForLaw).toMatch(pointsOf(score) === null ? label : /[Mm]et$/);
      expect(meaning).toMatch(/^[A-Z].+\.$/);
    }
    expect(new Set(SCORE_SCALE.map(({ label }) => label)).size).toBe(7);
    expect(new Set(SCORE_SCALE.map(({ labelForLaw }) => labelForLaw)).size).toBe(7);
  });

  it('explains every score, in order', () => {
    expect(SCORE_SCALE.map(({ score }) => score)).toEqual([...SCORES]);
    expect(onTheScale('1')).toMatchObject({ label: 'Partly consistent', labelForLaw: 'Partly met' });
  });

  it('knows a score when it sees one', () => {
    expect(['3', 'U', 'N'].every(isScore)).toBe(true);
    expect([3, '4', 'u', '', null].some(isScore)).toBe(false);
  });
});
