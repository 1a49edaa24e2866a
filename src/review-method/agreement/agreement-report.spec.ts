import fc from 'fast-check';
import { type ScoreValue, SCORES } from '../scoring/score.js';
import { agreementReport as reportOf, type ReviewerScores } from './agreement-report.js';

const agreementReport = (scores: ReviewerScores, seed: number) => reportOf(scores, seed, 0.667);

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
    // Coincidences 20 + 2 of like, 4 of unlike, of 22, 2 and 2 answers: 1 - 25 * 4 / (26² - 22² - 2² - 2²).
    expect(report.answeredAlpha).toBeCloseTo(1 - 100 / 184, 12);
  });

  it('says whether reviewers saw the same evidence from ten criteria on, with numbers or without', () => {
    const silent: ReviewerScores = agreeing.map((_, place) => (place < 5 ? ['U', 'X'] : ['N', 'N']));
    expect(agreementReport(silent, 1)).toMatchObject({
      pairedUnits: 10,
      pairedNumbers: 0,
      rawAgreement: 0.5,
      ordinalAlpha: null,
      ordinalAlphaInterval: null,
      answeredAlpha: 1,
      belowFloor: false,
    });
    expect(agreementReport(silent.slice(1), 1).answeredAlpha).toBeNull();
  });

  it('counts no criterion that only one reviewer scored', () => {
    const lonely: ReviewerScores = [...agreeing, ['3', null], [null, '0']];
    expect(agreementReport(lonely, 1)).toMatchObject({ pairedUnits: 10, pairedNumbers: 10, linearKappa: 1 });
    expect(agreementReport(lonely.slice(1), 1)).toMatchObject({ pairedUnits: 9, answeredAlpha: null });
  });

  it('gives an interval with alpha, and no kappa where a third reviewer scored some', () => {
    const third: ReviewerScores = [...agreeing, ['3', '2', '3'], ['0', '1', '1']];
    const report = agreementReport(third, 1);
    expect(report).toMatchObject({ linearKappa: null, quadraticKappa: null });
    expect(report.ordinalAlphaInterval?.resamples).toBe(2000);
    expect(report.ordinalAlphaInterval?.high).toBe(1);
    expect(report.ordinalAlphaInterval?.low).toBeLessThan(report.ordinalAlpha ?? 0);
  });

  it('weighs in kappa how far apart two scores are', () => {
    const nearly: ReviewerScores = agreeing.map((both, place) => (place === 0 ? ['3', '1'] : both));
    // One pair of ten is two levels apart; by chance the distances of 3 3 2 2 2 1 1 0 0 … come to 12 and 23.
    const { linearKappa, quadraticKappa } = agreementReport(nearly, 1);
    expect([linearKappa, quadraticKappa]).toEqual([
      expect.closeTo(1 - 2 / 12, 10),
      expect.closeTo(1 - 4 / 23, 10),
    ]);
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
    expect(agreementReport(opposed, 1)).toMatchObject({
      belowFloor: true,
      notes: [expect.stringContaining('below 0.667')],
    });
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
