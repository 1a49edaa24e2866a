import { z } from 'zod';
import { GRAVITIES } from '../../frameworks/edition/gravity.js';
import { pageSchema } from '../../web/api/paging.js';
import { FATES } from '../../review-method/panel/became-of.js';
import { RATINGS } from '../../review-method/rating/rating.js';
import { EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { CONFIDENCES } from '../../review-method/scoring/locked-content.js';
import { SCORES } from '../../review-method/scoring/score.js';
import { SETTLEMENTS } from '../../review-method/moderation/settled-score.js';
import { REPLY_KINDS } from '../reply/reply.entity.js';
import { PUBLICITIES } from '../progress/publicity.js';
import { DUE_STEPS, REVIEW_STANDINGS } from '../progress/review-standing.js';
import { REVIEW_WORKS } from '../progress/review-work.js';

const day = z.string();
const maybeDay = z.string().nullable();
const score = z.enum(SCORES);
const grade = z.enum(EVIDENCE_GRADES).nullable();
const rating = z.enum(RATINGS);

/** What was due, when it was done, and how late. */
export const DueStepsOut = z.array(
  z
    .object({
      step: z.enum(DUE_STEPS),
      due: day.meta({ description: 'The day first promised.' }),
      movedTo: maybeDay.meta({ description: 'The day it was moved to since, with a published reason.' }),
      on: maybeDay,
      daysLate: z.number().nullable().meta({
        description:
          'Calendar days after the day first promised, to today where it was not done; null where nothing is owed.',
      }),
    })
    .meta({ id: 'DueStep' }),
);

const review = {
  id: z.uuid(),
  revision: z.number(),
  work: z.enum(REVIEW_WORKS).meta({ description: 'What can be done now; no promised day takes it away.' }),
  standing: z
    .enum(REVIEW_STANDINGS)
    .meta({ description: 'What the trust has done, late or not, counted from the day first promised.' }),
  publicity: z.enum(PUBLICITIES).meta({ description: 'What became of the promise to publish.' }),
  due: DueStepsOut,
  roundId: z.uuid(),
  round: z.string(),
  deploymentId: z.uuid(),
  deployment: z.string().nullable(),
  organisationId: z.uuid(),
  organisation: z.string(),
  startedOn: day,
  acknowledgedOn: maybeDay,
  submittedOn: maybeDay,
  scoresOpenedOn: maybeDay,
  moderationClosedOn: maybeDay,
  replyDueOn: maybeDay,
  replyClosedOn: maybeDay,
  publishedOn: maybeDay,
  selfReviewDue: day,
  scoringDue: day,
  publicationDate: day,
  firstSelfReviewDue: day,
  firstScoringDue: day,
  firstPublicationDate: day,
  voidedOn: maybeDay.meta({ description: 'The day on which the round was voided.' }),
};

/** One review in a list. */
export const ReviewOut = z.object(review).meta({ id: 'Review' });

/** A page of reviews. */
export const ReviewPage = pageSchema('ReviewPage', ReviewOut);

const SelfAnswerOut = z
  .object({
    seq: z.number(),
    score: score.nullable().meta({ description: 'Null for whoever may not see it yet.' }),
    grade,
    reason: z.string(),
    evidenceIds: z.array(z.string()),
  })
  .meta({ id: 'SelfAnswer' });

const ScoreOut = z
  .object({
    reviewer: z.number().meta({ description: 'The first, second … reviewer of this review; never a name.' }),
    seq: z.number(),
    score,
    counts: score.meta({ description: 'What the score counts as after its evidence was weighed.' }),
    grade,
    confidence: z.enum(CONFIDENCES),
    rationale: z.string(),
    evidenceIds: z.array(z.string()),
    became: z.enum(FATES).nullable().meta({
      description:
        'What became of the locked score: it counts, it counts although its author left, or it is set aside. Null before it is locked.',
    }),
    givenLater: z.boolean().meta({ description: 'True when its author joined after the scores were open.' }),
    changes: z
      .array(z.object({ seq: z.number(), score, changedBecause: z.string() }))
      .meta({ description: 'How the score was changed before it was locked, and why, in turn.' }),
  })
  .meta({ id: 'ReviewerScore' });

const FindingOut = z
  .object({
    seq: z.number(),
    score,
    grade,
    reason: z.string(),
    minorityView: z.string(),
    settledBy: z.enum(SETTLEMENTS),
    settledOn: day,
  })
  .meta({ id: 'Finding' });

const ReplyOut = z
  .object({
    id: z.uuid(),
    organisation: z.string(),
    kind: z.enum(REPLY_KINDS),
    text: z.string(),
    evidenceIds: z.array(z.uuid()),
    repliedOn: day,
    accepted: z.boolean().nullable(),
    reasons: z.string().nullable(),
    decidedOn: maybeDay,
  })
  .meta({ id: 'Reply' });

const LineOut = z
  .object({
    code: z.string(),
    domain: z.string(),
    requirement: z.string(),
    gravity: z.enum(GRAVITIES),
    self: SelfAnswerOut.nullable(),
    scores: z.array(ScoreOut),
    finding: FindingOut.nullable(),
    replies: z.array(ReplyOut),
  })
  .meta({ id: 'ReviewLine' });

const RatingStepOut = z.object({ rating, sentence: z.string(), criteria: z.array(z.string()) });

const ResultOut = z
  .object({
    rating: z.object({
      overall: rating,
      working: z.array(RatingStepOut),
      domains: z.array(
        z.object({
          domain: z.string(),
          rating: rating.nullable(),
          working: z.array(RatingStepOut),
          notApplicable: z.array(z.string()),
        }),
      ),
    }),
    agreement: z.object({
      pairedUnits: z.number(),
      pairedNumbers: z.number(),
      rawAgreement: z.number().nullable(),
      ordinalAlpha: z.number().nullable(),
      ordinalAlphaInterval: z.object({ low: z.number(), high: z.number() }).nullable().meta({
        description: '95 % of resamples of the criteria gave an alpha in between.',
      }),
      answeredAlpha: z.number().nullable(),
      linearKappa: z.number().nullable(),
      quadraticKappa: z.number().nullable(),
      belowFloor: z.boolean(),
      notes: z.array(z.string()),
    }),
    reviewers: z.number(),
  })
  .meta({ id: 'ReviewResult' });

/** A whole review: every criterion with the layers that the reader may see. */
export const ReviewSheetOut = z
  .object({
    ...review,
    asAt: day,
    criteria: z.array(LineOut),
    result: ResultOut.nullable().meta({
      description: 'Null before every criterion has a finding that the reader may see.',
    }),
  })
  .meta({ id: 'ReviewSheet' });
