import fc from 'fast-check';
import { type ScoreValue, SCORES } from '../scoring/score.js';
import { agreementReport, type ReviewerScores } from './agreement-report.js';

describe('The report on agreement', () => {
  const agreeing: ReviewerScores = (['3', '2', '1', '0', '3', '2', '1', '0', '3', '2'] as const).map((s) => [
    s,
    s,
  ]);

  it('gives every measure with its n from ten criteria on', () => {
    expect(agreementReport(agreeing, 1)).toMatchObject({
      pairedUnits: 10,
      pairedNumbers: 10,
      rawAgreement: 1,
      ordinalAlpha: 1,
      linearKappa: 1,
      quadraticKappa: 1,
      belowFloor: false,
      notes: [],
    });
  });

  it('gives raw agreement only under ten', () => {
    const few = agreementReport(agreeing.slice(1), 1);
    expect(few).toMatchObject({
      pairedNumbers: 9,
      rawAgreement: 1,
      ordinalAlpha: null,
      quadraticKappa: null,
    });
    expect(few.notes[0]).toContain('only raw agreement');
  });

  it('does not count missing evidence as agreement: whether there is a number has its own alpha', () => {
    const scores: ReviewerScores = [...agreeing, ['U', '2'], ['2', 'X'], ['N', 'N']];
    const report = agreementReport(scores, 1);
    expect(report).toMatchObject({ pairedUnits: 13, pairedNumbers: 10, ordinalAlpha: 1 });
    expect(report.rawAgreement).toBeCloseTo(11 / 13);
    expect(report.answeredAlpha).toBeLessThan(0.8);
  });

  it('gives no kappa for three reviewers, who have no pair', () => {
    const three = agreeing.map(([score]): (ScoreValue | null)[] => [score ?? null, score ?? null, null]);
    expect(agreementReport(three, 1)).toMatchObject({
      ordinalAlpha: 1,
      linearKappa: null,
      quadraticKappa: null,
    });
  });

  it('says when scores are too far apart to publish, and when alpha cannot say', () => {
    const opposed = agreeing.map(([score]): ScoreValue[] => [score ?? 'N', score === '3' ? '0' : '3']);
    expect(agreementReport(opposed, 1)).toMatchObject({ belowFloor: true });
    const constant = agreeing.map((): ScoreValue[] => ['2', '2']);
    expect(agreementReport(constant, 1)).toMatchObject({
      ordinalAlpha: null,
      rawAgreement: 1,
      belowFloor: false,
    });
    expect(agreementReport(constant, 1).notes[0]).toContain('not defined');
  });

  it('takes whatever reviewers can give', () => {
    const anyScores = fc.array(
      fc.array(fc.option(fc.constantFrom(...SCORES), { nil: null }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(anyScores, (scores) => {
        expect(agreementReport(scores, 1).pairedUnits).toBeLessThanOrEqual(scores.length);
      }),
      { numRuns: 50 },
    );
  });
});
