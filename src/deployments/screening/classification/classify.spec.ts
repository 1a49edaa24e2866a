import fc from 'fast-check';
import { classify, type Classification } from './classify.js';
import {
  SCREENING_ANSWERS,
  SCREENING_CODES,
  SCREENING_QUESTIONS,
  type ScreeningAnswer,
  type ScreeningAnswers,
  type ScreeningCode,
} from './screening-questions.js';

const MILDEST_FIRST: readonly Classification[] = [
  'OTHER_JOINT_WORK',
  'POSSIBLE_SIM_LIKE',
  'SIM_LINEAGE',
  'SIM_LIKE',
];

const anyAnswers = fc
  .tuple(...SCREENING_CODES.map(() => fc.constantFrom(...SCREENING_ANSWERS)))
  .map((given) => answers((code) => given[SCREENING_CODES.indexOf(code)] ?? 'no'));

describe('A scheme is classified by what it does', () => {
  it.each<[string, Partial<ScreeningAnswers>, Classification, readonly ScreeningCode[]]>([
    ['police in planned contact', { 'SCR-02': 'yes' }, 'SIM_LIKE', ['SCR-02']],
    ['police with a veto over plans', { 'SCR-03': 'yes' }, 'SIM_LIKE', ['SCR-03']],
    ['a plan that withholds a response', { 'SCR-04': 'yes' }, 'SIM_LIKE', ['SCR-04']],
    ['sanctions for distress', { 'SCR-05': 'yes', 'SCR-09': 'yes' }, 'SIM_LIKE', ['SCR-05']],
    ['training by the High Intensity Network', { 'SCR-09': 'yes' }, 'SIM_LINEAGE', ['SCR-09']],
    ['staff of an earlier scheme', { 'SCR-11': 'yes' }, 'SIM_LINEAGE', ['SCR-11']],
    [
      'three core practices',
      { 'SCR-01': 'yes', 'SCR-06': 'yes', 'SCR-10': 'yes' },
      'POSSIBLE_SIM_LIKE',
      ['SCR-01', 'SCR-06', 'SCR-10'],
    ],
    ['two core practices', { 'SCR-01': 'yes', 'SCR-06': 'yes' }, 'OTHER_JOINT_WORK', []],
    ['a red line that is not known', { 'SCR-04': 'not-known' }, 'POSSIBLE_SIM_LIKE', ['SCR-04']],
    ['labels in records', { 'SCR-07': 'yes' }, 'POSSIBLE_SIM_LIKE', ['SCR-07']],
    ['nothing of the kind', {}, 'OTHER_JOINT_WORK', []],
  ])('%s', (_what, given, classification, decidedBy) => {
    const screened = classify(answers((code) => given[code] ?? 'no'));
    expect(screened).toMatchObject({ classification, decidedBy });
  });

  it('and a Yes never makes it milder than "not known", nor "not known" milder than No', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...SCREENING_CODES), (given, code) => {
        const weight = (answer: ScreeningAnswer): number =>
          MILDEST_FIRST.indexOf(classify({ ...given, [code]: answer }).classification);
        expect(weight('not-known')).toBeGreaterThanOrEqual(weight('no'));
        expect(weight('yes')).toBeGreaterThanOrEqual(weight('not-known'));
      }),
    );
  });

  it('and is never other joint work while a red line is open or not known', () => {
    fc.assert(
      fc.property(anyAnswers, (given) => {
        const { classification, inScope } = classify(given);
        const redLines = SCREENING_QUESTIONS.filter(({ element }) => element !== null);
        const allNo = redLines.every(({ code }) => given[code] === 'no');
        if (!allNo) expect(classification).not.toBe('OTHER_JOINT_WORK');
        expect(inScope === 'no').toBe(classification === 'OTHER_JOINT_WORK');
      }),
    );
  });
});

function answers(of: (code: ScreeningCode) => ScreeningAnswer): ScreeningAnswers {
  const empty = Object.fromEntries(SCREENING_CODES.map((code) => [code, of(code)]));
  return empty as ScreeningAnswers;
}
