import { z } from 'zod';
import { isCalendarDay } from '../../kernel/days/calendar-day.js';
import { methodSchema } from './method/method-schema.js';

const day = z.string().refine(isCalendarDay, 'must be a day that exists, written YYYY-MM-DD');
/** How many characters a text of an edition may have. */
const MOST_CHARACTERS = 32_000;

const text = z.string().trim().min(1).max(MOST_CHARACTERS, 'has more than 32,000 characters');
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
  note: z.string().max(MOST_CHARACTERS, 'has more than 32,000 characters'),
});

const sourceReference = z.strictObject({ guideline: text, ref: text.nullable(), confidence });

/** How the code of a criterion is written, such as `SIM-POL-01`; catalogs of others write `AC-2.1`. */
export const CRITERION_ID = /^(?:SIM-[A-Z]{3}-\d{2}|(?!SIM-)(?=.{3,20}$)[A-Z][A-Z0-9]*(?:[-.][A-Z0-9]+)+)$/;

/** How the code of a domain is written, such as `POL`. */
export const DOMAIN_CODE = /^(?=.{1,20}$)[A-Z][A-Z0-9]*([-.][A-Z0-9]+)*$/;

const criterionId = z.string().regex(CRITERION_ID, 'must look like SIM-POL-01');
const domainCode = z.string().regex(DOMAIN_CODE, 'must look like POL');

/** The numbers of the three elements of 10 March 2023. */
export const ELEMENTS = [1, 2, 3] as const;

const knockOut = z.strictObject({
  from: day,
  element: z.literal(ELEMENTS).nullable(),
});

const criterion = z.strictObject({
  id: criterionId,
  domain: domainCode,
  within: criterionId.exactOptional(),
  formerly: z.array(criterionId).min(1).exactOptional(),
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
  domains: z
    .array(z.strictObject({ code: domainCode, name: text, within: domainCode.exactOptional() }))
    .min(1),
  elements: z.array(z.strictObject({ number: z.int().positive(), text })),
  letterConcerns: z.array(z.strictObject({ code: text, text })),
  guidelines: z.array(guideline).min(1),
  criteria: z.array(criterion).min(1),
  method: methodSchema.exactOptional(),
});

/**
 * One edition of the review framework: criteria, the sources they rest on, the dates between which each holds, and the
 * method by which they are scored. An edition that writes out no method is scored by the first.
 */
export type Edition = z.infer<typeof editionSchema>;
/**
 * One scored requirement. `within` names the criterion it belongs to, `formerly` those of earlier editions that it comes
 * from, so that one that moves is not lost from sight. `inferred` means its source does not say it in these words, so a
 * trust may challenge it; `appliesTo` is the first day on which it no longer applies.
 */
export type Criterion = Edition['criteria'][number];
/** A published source with the days it was in force; `inForceTo` is the last such day. */
export type Guideline = Edition['guidelines'][number];
/** Where in a guideline a criterion rests, if a place is named. Confidence B shows as "reference being checked". */
export type SourceReference = Criterion['sources'][number];
