import { z } from 'zod';
import { pageSchema } from '../../web/api/paging.js';
import { EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { SCORES } from '../../review-method/scoring/score.js';
import { REVIEW_STATES } from '../review-state.js';

const day = z.string();
const maybeDay = z.string().nullable();
const score = z.enum(SCORES);
const grade = z.enum(EVIDENCE_GRADES).nullable();

const review = {
  id: z.uuid(),
  revision: z.number(),
  state: z.enum(REVIEW_STATES).meta({ description: 'Derived from the days below; never stored.' }),
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
    confidence: z.enum(['low', 'medium', 'high']),
    rationale: z.string(),
    evidenceIds: z.array(z.string()),
  })
  .meta({ id: 'ReviewerScore' });

const FindingOut = z
  .object({
    seq: z.number(),
    score,
    grade,
    reason: z.string(),
    minorityView: z.string(),
    settledBy: z.enum(['agreement', 'meeting', 'reply']),
    settledOn: day,
  })
  .meta({ id: 'Finding' });

const ReplyOut = z
  .object({
    id: z.uuid(),
    organisation: z.string(),
    kind: z.enum(['error', 'incomplete', 'judgement']),
    text: z.string(),
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
    gravity: z.enum(['RED_LINE', 'KNOCK_OUT', 'STATUTORY', 'ORDINARY']),
    self: SelfAnswerOut.nullable(),
    scores: z.array(ScoreOut),
    finding: FindingOut.nullable(),
    replies: z.array(ReplyOut),
  })
  .meta({ id: 'ReviewLine' });

const RatingStepOut = z.object({ rating: z.string(), sentence: z.string(), criteria: z.array(z.string()) });

const ResultOut = z
  .object({
    rating: z.object({
      overall: z.string(),
      working: z.array(RatingStepOut),
      domains: z.array(
        z.object({
          domain: z.string(),
          rating: z.string().nullable(),
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
