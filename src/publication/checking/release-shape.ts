import { z } from 'zod';
import { GRAVITIES } from '../../frameworks/edition/gravity.js';
import { methodSchema } from '../../frameworks/edition/method/method-schema.js';
import { MEETING_GROUNDS } from '../../review-method/moderation/moderation-reasons.js';
import { PROPOSAL_STANCES } from '../../review-method/moderation/proposal-outcome.js';
import { SETTLEMENTS } from '../../review-method/moderation/settled-score.js';
import { RATINGS } from '../../review-method/rating/rating.js';
import { DUE_STEPS } from '../../reviews/progress/review-standing.js';
import { FATES } from '../../review-method/panel/became-of.js';
import { EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { CONFIDENCES } from '../../review-method/scoring/locked-content.js';
import { SCORES } from '../../review-method/scoring/score.js';
import { CONTENT_FORMAT, FIRST_FORMAT } from '../content/published-content.js';

const score = z.enum(SCORES);
const grade = z.enum(EVIDENCE_GRADES).nullable();

const given = z.looseObject({
  ...{ reviewer: z.string(), score, grade, confidence: z.enum(CONFIDENCES), rationale: z.string() },
  seq: z.int().optional(),
  rationaleHash: z.string().nullish(),
  rationaleSalt: z.string().nullish(),
  evidenceIds: z.array(z.string()).optional(),
});

const meeting = z.looseObject({
  reasons: z.array(z.string()),
  asked: z.array(z.looseObject({ ground: z.enum(MEETING_GROUNDS) })),
  proposals: z.array(
    z.looseObject({
      ...{
        score,
        grade,
        afterReply: z.boolean(),
        confirmBy: z.string(),
        secondedBecause: z.string().nullable(),
      },
      silent: z.array(z.string()),
      said: z.array(z.looseObject({ reviewer: z.string(), stance: z.enum(PROPOSAL_STANCES) })),
    }),
  ),
});

const criterion = z.looseObject({
  ...{ code: z.string(), domain: z.string(), gravity: z.enum(GRAVITIES) },
  self: z.looseObject({ score }).nullable(),
  independent: z.array(given),
  meeting: meeting.nullish(),
  counted: z.looseObject({ score, moderated: score, grade, settledBy: z.enum(SETTLEMENTS) }).nullable(),
});

const scored = z.looseObject({
  ...{ reviewer: z.string(), became: z.enum(FATES) },
  lock: z
    .looseObject({
      format: z.string(),
      contentHash: z.string(),
      nonce: z.string(),
      reviewer: z.string().nullable(),
    })
    .nullable(),
});

const day = z.iso.date();

const promise = z.looseObject({
  due: z.array(z.looseObject({ step: z.enum(DUE_STEPS), due: day, on: day.nullable() })),
  moves: z.array(z.looseObject({ which: z.string(), was: day, becomes: day })),
});

/** As much of a release's public file as is computed again; whatever else stands in it is left as it is. */
export const releaseShape = z.looseObject({
  format: z.enum([FIRST_FORMAT, CONTENT_FORMAT]),
  follows: z.looseObject({}).nullable(),
  review: z.looseObject({
    ...{ id: z.uuid(), answering: z.string(), promisedOn: day, acknowledgedOn: day.nullable() },
    submittedOn: day.nullable(),
    promise: promise.optional(),
  }),
  framework: z.looseObject({ method: methodSchema.exactOptional() }),
  rating: z.looseObject({ overall: z.enum(RATINGS), working: z.array(z.unknown()) }),
  domains: z.array(z.looseObject({ code: z.string(), name: z.string(), working: z.array(z.unknown()) })),
  criteria: z.array(criterion),
  agreement: z.looseObject({}).nullable(),
  panel: z.looseObject({
    ...{ reviewers: z.int(), outsideNhsEngland: z.int(), livedExperience: z.int(), excluded: z.int() },
    ...{ declaredNoInterest: z.int(), continuedWithInterest: z.int() },
    scored: z.array(scored).optional(),
  }),
  ...{ signatures: z.array(z.unknown()), replies: z.array(z.unknown()), statements: z.array(z.unknown()) },
  parts: z.array(z.unknown()),
  withheld: z.looseObject({ places: z.int() }).nullable(),
});
