import type { AgreementReport } from './agreement/agreement-report.js';
import { countedScore } from './findings/meetings.js';
import { rateReview, type ReviewRating } from './rating/rate-review.js';
import { rememberedAgreement } from './remembered-agreement.js';
import type { ReviewSheet } from './review-sheet.js';

/** What a review comes to: the rating with its working from the scores that count, and how far reviewers agreed before. */
export interface ReviewResult {
  readonly rating: ReviewRating;
  readonly agreement: AgreementReport;
  /** How many reviewers' scores the agreement is about. */
  readonly reviewers: number;
}

/** Works out the result from a sheet; null before moderation has settled every criterion, or where the reader may not see it. */
export function reviewResult({ review, edition, lines }: ReviewSheet): ReviewResult | null {
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
