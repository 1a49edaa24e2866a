import { z } from 'zod';

/** Every mark on the scale of a review, best first: points, and three letters that say why there are none. */
export const SCALE_MARKS = ['3', '2', '1', '0', 'U', 'X', 'N'] as const;

/** Every grade that evidence can have, strongest first. */
export const GRADES_OF_EVIDENCE = ['A', 'B', 'C', 'D', 'E'] as const;

/** The steps by which a domain is rated, in the order in which they are asked. */
export const RATING_STEPS = [
  'RED_LINE_FAILED',
  'KNOCK_OUT_FAILED',
  'DUTY_NOT_MET',
  'RED_LINE_OPEN',
  'NOT_AGREED_NOT_APPLICABLE',
  'TOO_MUCH_OPEN',
  'SOMETHING_FAILED',
  'SOMETHING_OPEN',
] as const;

const words = z.string().trim().min(1);
/** The highest score at which something counts as failed; 3 never does. */
const failing = z.int().min(0).max(2);

/** The method of an edition: the words of its scale, what evidence can carry, and how domains are rated. */
export const methodSchema = z.strictObject({
  scale: z.array(
    z.strictObject({ score: z.enum(SCALE_MARKS), label: words, labelForLaw: words, meaning: words }),
  ),
  evidenceGrades: z.array(
    z.strictObject({
      grade: z.enum(GRADES_OF_EVIDENCE),
      meaning: words,
      carries: z.enum(['3', '2', '1', '0']).nullable(),
    }),
  ),
  rating: z.strictObject({
    mostOpenInHundred: z.int().min(0).max(100),
    overall: z.literal('worst domain'),
    steps: z.array(z.enum(RATING_STEPS)).min(1),
    failsAt: z
      .strictObject({ redLine: failing, knockOut: failing, duty: failing, anyCriterion: failing })
      .exactOptional(),
  }),
  agreement: z.strictObject({ least: z.number().min(0).max(1) }).exactOptional(),
});

/**
 * How criteria are scored and rated in an edition. `carries` is the highest score that evidence of a grade can carry, or
 * null where it verifies none; `mostOpenInHundred` is how much of a domain may stay open before it is unverified; `steps` are
 * those that are asked, and `failsAt` is the highest score at which each bites. Under `agreement.least` scores are not relied on.
 */
export type Method = z.infer<typeof methodSchema>;
