import { z } from 'zod';
import { isCalendarDay } from '../../kernel/days/calendar-day.js';

const day = z.string().refine(isCalendarDay, 'must be a day that exists, written YYYY-MM-DD');
const text = z.string().trim().min(1);
const confidence = z.enum(['A', 'B']);

const guideline = z.strictObject({
  key: text,
  title: text,
  owner: text,
  kind: text,
  inForceFrom: day,
  inForceTo: day.nullable(),
  supersededBy: text.nullable(),
  confidence,
  note: z.string(),
});

const sourceReference = z.strictObject({ guideline: text, ref: text.nullable(), confidence });

/** How the code of a criterion is written, such as `SIM-POL-01`. */
export const CRITERION_ID = /^SIM-[A-Z]{3}-\d{2}$/;

/** The numbers of the three elements of 10 March 2023. */
export const ELEMENTS = [1, 2, 3] as const;

const knockOut = z.strictObject({
  from: day,
  element: z.literal(ELEMENTS).nullable(),
});

const criterion = z.strictObject({
  id: z.string().regex(CRITERION_ID, 'must look like SIM-POL-01'),
  domain: z.string().length(3),
  requirement: text,
  derivation: z.enum(['direct', 'inferred']),
  appliesFrom: day,
  appliesTo: day.nullable(),
  knockOut: knockOut.nullable(),
  sources: z.array(sourceReference).min(1),
  letterConcerns: z.array(text),
  evidenceExpected: text,
});

/** The shape of a review framework edition as it stands in `frameworks/`; what it means is checked by parseEdition. */
export const editionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d{4}-\d{2}$/, 'must look like candour-2026-11'),
  version: z.int().positive(),
  title: text,
  asAt: day,
  source: z.strictObject({ title: text, file: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  confidence: z.strictObject({ A: text, B: text }),
  domains: z.array(z.strictObject({ code: z.string().length(3), name: text })).min(1),
  elements: z.array(z.strictObject({ number: z.int().positive(), text })),
  letterConcerns: z.array(z.strictObject({ code: text, text })),
  guidelines: z.array(guideline).min(1),
  criteria: z.array(criterion).min(1),
});

/** One edition of the review framework: criteria, the sources they rest on, and the dates between which each holds. */
export type Edition = z.infer<typeof editionSchema>;
/**
 * One scored requirement. `inferred` means its source does not say it in these words, so a trust may challenge it;
 * `appliesTo` is the first day on which it no longer applies.
 */
export type Criterion = Edition['criteria'][number];
/** A published source with the days it was in force; `inForceTo` is the last such day. */
export type Guideline = Edition['guidelines'][number];
/** Where in a guideline a criterion rests, if a place is named. Confidence B shows as "reference being checked". */
export type SourceReference = Criterion['sources'][number];
