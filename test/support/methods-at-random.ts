import fc from 'fast-check';
import { FIRST_METHOD } from '../../src/frameworks/edition/method/first-method.js';
import { RATING_STEPS, type Method } from '../../src/frameworks/edition/method/method-schema.js';

const failing = fc.integer({ min: 0, max: 2 });

/** Methods of every sort that an edition may write: what evidence carries falls with its grade, and steps are left out. */
export const anyMethod: fc.Arbitrary<Method> = fc
  .record({
    carries: fc.array(fc.constantFrom('3', '2', '1', '0', null), { minLength: 5, maxLength: 5 }),
    steps: fc.subarray([...RATING_STEPS], { minLength: 1 }),
    mostOpenInHundred: fc.integer({ min: 0, max: 100 }),
    failsAt: fc.option(
      fc.record({ redLine: failing, knockOut: failing, duty: failing, anyCriterion: failing }),
      { nil: undefined },
    ),
    least: fc.option(fc.constantFrom(0, 0.5, 0.667, 0.8, 1), { nil: undefined }),
  })
  .map(({ carries, steps, mostOpenInHundred, failsAt, least }) => {
    const falling = carries.toSorted((one, other) => Number(other ?? -1) - Number(one ?? -1));
    return {
      scale: FIRST_METHOD.scale,
      evidenceGrades: FIRST_METHOD.evidenceGrades.map((grade, at) => ({
        ...grade,
        carries: falling[at] ?? null,
      })),
      rating: { mostOpenInHundred, overall: 'worst domain', steps, ...(failsAt && { failsAt }) },
      ...(least !== undefined && { agreement: { least } }),
    };
  });
