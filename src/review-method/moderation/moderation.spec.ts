import fc from 'fast-check';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { weighed } from './weighed-score.js';
import { pointsOf, type ScoreValue, SCORES } from '../scoring/score.js';
import { type CriterionScores, moderationReasons } from './moderation-reasons.js';
import { settledScore } from './settled-score.js';

function criterion(gravity: CriterionScores['gravity'], ...scores: readonly ScoreValue[]): CriterionScores {
  const locked = scores.map((score, place) => ({
    reviewer: `reviewer ${place}`,
    given: score,
    counts: score,
    grade: null,
    confidence: 'high' as const,
  }));
  return { gravity, scores: locked, asked: [], claimedNotApplicable: false, agreedTooLittle: false };
}

function codes(of: CriterionScores): string[] {
  return moderationReasons(of).map(({ code }) => code);
}

describe('Reviewers meet about a criterion', () => {
  it.each([
    ['when scores are two apart', criterion('ORDINARY', '3', '1'), ['FAR_APART']],
    ['when any two of three are two apart', criterion('ORDINARY', '2', '3', '1'), ['FAR_APART']],
    ['when a red line differs by one', criterion('RED_LINE', '1', '2'), ['RED_LINE_DIFFERS']],
    ['when another knock-out differs', criterion('KNOCK_OUT', '2', '3'), ['RED_LINE_DIFFERS']],
    [
      'when one could not verify what another scored',
      criterion('ORDINARY', 'U', '2'),
      ['ONE_WITHOUT_NUMBER'],
    ],
    ['when one says it does not apply', criterion('ORDINARY', 'N', '2'), ['ONE_WITHOUT_NUMBER']],
    [
      'when one says it does not apply and one cannot verify it',
      criterion('ORDINARY', 'N', 'U'),
      ['WITHOUT_NUMBER_DIFFERS'],
    ],
    [
      'when one saw no answer and one saw no evidence',
      criterion('ORDINARY', 'X', 'U'),
      ['WITHOUT_NUMBER_DIFFERS'],
    ],
    ['when only one has scored it', criterion('ORDINARY', '3'), ['ONE_REVIEWER_ONLY']],
    ['when nobody has scored it', criterion('ORDINARY'), ['ONE_REVIEWER_ONLY']],
    ['and not when an ordinary criterion differs by one', criterion('ORDINARY', '2', '3'), []],
    ['and not when they agree', criterion('RED_LINE', '0', '0', '0'), []],
  ])('%s', (_when, scores, expected) => {
    expect(codes(scores)).toEqual(expected);
    for (const { sentence } of moderationReasons(scores)) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  it('when one of them is unsure about a red line, even where the scores agree', () => {
    const agreed = criterion('RED_LINE', '2', '2');
    const unsure = {
      ...agreed,
      scores: agreed.scores.map((each) => ({ ...each, confidence: 'low' as const })),
    };
    expect(codes(unsure)).toEqual(['LOW_CONFIDENCE_ON_RED_LINE']);
    expect(moderationReasons(unsure)[0]?.sentence).toMatch(/unsure/);
    expect(codes({ ...unsure, gravity: 'KNOCK_OUT' })).toEqual(['LOW_CONFIDENCE_ON_RED_LINE']);
    expect(codes({ ...unsure, gravity: 'STATUTORY' })).toEqual([]);
    expect(codes({ ...unsure, gravity: 'ORDINARY' })).toEqual([]);
  });

  it('when one of several is unsure about a red line', () => {
    const { scores, ...rest } = criterion('RED_LINE', '2', '2');
    const [first, ...others] = scores;
    if (first === undefined) throw new Error('there are scores');
    expect(codes({ ...rest, scores: [{ ...first, confidence: 'low' }, ...others] })).toEqual([
      'LOW_CONFIDENCE_ON_RED_LINE',
    ]);
    expect(codes({ ...rest, scores: [{ ...first, confidence: 'medium' }, ...others] })).toEqual([]);
  });

  it.each([
    ['survivors' as const, 'SURVIVORS_CONTRADICT', 'lived through the scheme'],
    ['concerns' as const, 'CONCERNS_CONTRADICT', 'in concerns'],
    ['asked' as const, 'REQUESTED', 'asked for a meeting'],
  ])('when somebody says so, on the ground %s', (ground, code, words) => {
    expect(moderationReasons({ ...criterion('ORDINARY', '3', '3'), asked: [ground] })).toEqual([
      { code, sentence: expect.stringContaining(words) },
    ]);
  });

  it('about every difference, however small, when over the whole review they agreed too little', () => {
    const too = { agreedTooLittle: true };
    expect(codes({ ...criterion('ORDINARY', '2', '3'), ...too })).toEqual(['LOW_AGREEMENT']);
    expect(codes({ ...criterion('ORDINARY', '2', '2'), ...too })).toEqual([]);
  });

  it('when the trust and a reviewer say that a red line does not apply', () => {
    const given = { score: 'N', grade: null, confidence: 'high' } as const;
    const scores = ['one', 'two'].map((assignmentId) =>
      weighed({ ...given, assignmentId }, 'RED_LINE', FIRST_METHOD),
    );
    const said = { ...criterion('RED_LINE'), scores };
    expect(codes(said)).toEqual([]);
    expect(codes({ ...said, claimedNotApplicable: true })).toEqual(['NOT_APPLICABLE_CLAIMED']);
    expect(codes({ ...said, gravity: 'STATUTORY', claimedNotApplicable: true })).toEqual([]);
  });

  it('whoever scored first', () => {
    const anyScores = fc.array(fc.constantFrom(...SCORES), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom('RED_LINE' as const, 'ORDINARY' as const), anyScores, (gravity, scores) => {
        expect(codes(criterion(gravity, ...[...scores].reverse()))).toEqual(
          codes(criterion(gravity, ...scores)),
        );
      }),
    );
  });
});

function alone(of: CriterionScores): ScoreValue | null {
  const settled = settledScore({ ...of, today: '2026-11-23', limits: FIRST_METHOD }, null);
  return settled.state === 'settled' ? settled.score : null;
}

describe('A criterion settled without a meeting', () => {
  it('takes the lower of two neighbouring scores and never an average', () => {
    expect(alone(criterion('ORDINARY', '3', '2'))).toBe('2');
    expect(alone(criterion('ORDINARY', '0', '0'))).toBe('0');
    expect(alone(criterion('ORDINARY', 'N', 'N'))).toBe('N');
  });

  it('leaves everything else to the reviewers', () => {
    expect(alone(criterion('RED_LINE', '3', '2'))).toBeNull();
    expect(alone(criterion('ORDINARY', '3'))).toBeNull();
  });

  it('is always a score that a reviewer gave, and no other reviewer gave a lower number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SCORES), { minLength: 2, maxLength: 4 }), (scores) => {
        const settled = alone(criterion('ORDINARY', ...scores));
        if (settled === null) return;
        expect(scores).toContain(settled);
        const points = pointsOf(settled);
        if (points !== null) expect(points).toBe(Math.min(...scores.map((score) => pointsOf(score) ?? 9)));
      }),
    );
  });
});
