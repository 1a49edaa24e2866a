import fc from 'fast-check';
import { EVIDENCE_GRADES } from '../../../src/review-method/scoring/evidence-grade.js';
import { CONFIDENCES } from '../../../src/review-method/scoring/locked-content.js';
import { SMALL_FRAMEWORK } from './small-framework.js';
import { PANEL, RESERVE, type DrawnReview, type DrawnScore } from './stage.js';

const CODES = Object.keys(SMALL_FRAMEWORK);
const SCORERS = [...PANEL, ...RESERVE];

const given: fc.Arbitrary<DrawnScore> = fc.record({
  score: fc.constantFrom('3', '2', '1', '0', 'U', 'X', 'N'),
  grade: fc.constantFrom('A', 'A', 'B', 'B', 'B', ...EVIDENCE_GRADES),
  confidence: fc.constantFrom('high', 'high', 'high', ...CONFIDENCES),
});

/** What everybody scores one criterion: more or less alike. */
function drawnLine(alike: number): fc.Arbitrary<readonly DrawnScore[]> {
  const usual = fc.constantFrom('3', '2', '2', '1', '0');
  const differs = fc.integer({ min: 1, max: 10 });
  const each = fc.array(fc.tuple(given, differs), { minLength: SCORERS.length, maxLength: SCORERS.length });
  return fc
    .tuple(usual, each)
    .map(([same, all]) => all.map(([own, chance]) => (chance > alike ? own : { ...own, score: same })));
}

/** Reviews in which reviewers mostly agree or mostly do not, with doubts, weak evidence, and claims that something does not apply. */
export const drawnReviews: fc.Arbitrary<DrawnReview> = fc.constantFrom(2, 7, 10).chain((alike) => {
  const lines = fc.tuple(...CODES.map(() => drawnLine(alike)));
  const claimed = fc.subarray(CODES, { maxLength: 3 });
  return fc.record({ lines, claimed, haveLocked: fc.constantFrom(true, true, true, false) });
});

/** A review in which everybody scores everything 2 or 3 alike, but for what is said here of the first, the second and the third. */
export function reviewOf(different: Readonly<Record<string, readonly DrawnScore['score'][]>>): DrawnReview {
  const lines = CODES.map((code, at) =>
    SCORERS.map((_, place): DrawnScore => {
      const score = different[code]?.[place] ?? (at > 6 ? '3' : '2');
      return { score, grade: 'A', confidence: 'high' };
    }),
  );
  return { lines, claimed: [], haveLocked: true };
}
