import type { Gravity } from '../frameworks/edition/gravity.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { AgreementReport } from './agreement/agreement-report.js';
import { countedScore } from './scoring/cap-by-evidence.js';
import { rateReview, type NamedDomain, type ReviewRating } from './rating/rate-review.js';
import { rememberedAgreement } from './agreement/remembered-agreement.js';
import type { EvidenceGrade } from './scoring/evidence-grade.js';
import type { ScoreValue } from './scoring/score.js';

/** One criterion with the reviewers' locked scores and the finding that counts; null before it is settled. */
export interface ScoredCriterion {
  readonly code: string;
  readonly domain: string;
  readonly gravity: Gravity;
  readonly scores: readonly { readonly assignmentId: Uuid; readonly score: ScoreValue }[];
  readonly finding: { readonly score: ScoreValue; readonly grade: EvidenceGrade | null } | null;
}

/** All that the result of a review is worked out from. */
export interface ScoredReview {
  readonly review: { readonly id: Uuid };
  readonly edition: { readonly domains: readonly NamedDomain[] };
  readonly lines: readonly ScoredCriterion[];
}

/** What a review comes to: the rating with its working from the scores that count, and how far reviewers agreed before. */
export interface ReviewResult {
  readonly rating: ReviewRating;
  readonly agreement: AgreementReport;
  /** How many reviewers' scores the agreement is about. */
  readonly reviewers: number;
}

/** Works out the result; null before moderation has settled every criterion, or where the reader may not see it. */
export function reviewResult({ review, edition, lines }: ScoredReview): ReviewResult | null {
  if (lines.length === 0 || lines.some(({ finding }) => finding === null)) return null;
  const rated = lines.map(({ code, domain, gravity, finding }) => ({
    id: code,
    domain,
    gravity,
    score: finding && countedScore(finding),
  }));
  const reviewers = [
    ...new Set(lines.flatMap(({ scores }) => scores.map(({ assignmentId }) => assignmentId))),
  ];
  const units = lines.map(({ scores }) =>
    reviewers.map((reviewer) => scores.find(({ assignmentId }) => assignmentId === reviewer)?.score ?? null),
  );
  return {
    rating: rateReview(rated, edition.domains),
    agreement: rememberedAgreement(review.id, units),
    reviewers: reviewers.length,
  };
}
