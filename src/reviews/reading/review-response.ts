import type { z } from 'zod';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import { countedScore } from '../../review-method/scoring/cap-by-evidence.js';
import type { ReviewOut, ReviewSheetOut } from './review-out.js';
import { reviewResult } from '../../review-method/review-result.js';
import type { ReviewSheet } from './review-sheet.js';
import { reviewState } from '../review-state.js';
import type { ReviewRow } from '../reviews.queries.js';

/** A review as the API tells of it, with the state it is in today. */
export function reviewResponse(review: ReviewRow, today: CalendarDay): z.infer<typeof ReviewOut> {
  return { ...review, state: reviewState(review, today) };
}

/** A whole review as the API tells of it. Reviewers are numbered in the order they were assigned and never named. */
export function reviewSheetResponse(sheet: ReviewSheet, today: CalendarDay): z.infer<typeof ReviewSheetOut> {
  const { review, lines } = sheet;
  const number = reviewerNumbers(sheet);
  return {
    ...reviewResponse(review, today),
    asAt: review.asAt,
    criteria: lines.map(({ code, domain, requirement, gravity, self, scores, finding, replies }) => ({
      code,
      domain,
      requirement,
      gravity,
      self: self && { ...self, evidenceIds: [...self.evidenceIds] },
      scores: scores.map((given) => ({
        ...given,
        evidenceIds: [...given.evidenceIds],
        reviewer: number(given.assignmentId),
        counts: countedScore(given),
      })),
      finding,
      replies: [...replies],
    })),
    result: resultResponse(sheet),
  };
}

/** Numbers the reviewers of a sheet from 1, so that scores can be told apart without names. */
export function reviewerNumbers({ lines }: Pick<ReviewSheet, 'lines'>): (assignmentId: string) => number {
  const seen = lines.flatMap(({ scores }) => scores.map(({ assignmentId }) => assignmentId));
  const ordered = [...new Set(seen)].sort();
  return (assignmentId) => ordered.indexOf(assignmentId) + 1;
}

function resultResponse(sheet: ReviewSheet): z.infer<typeof ReviewSheetOut>['result'] {
  const result = reviewResult(sheet);
  if (!result) return null;
  const { rating, agreement, reviewers } = result;
  const working = (steps: typeof rating.working) =>
    steps.map((step) => ({ ...step, criteria: [...step.criteria] }));
  return {
    rating: {
      overall: rating.overall,
      working: working(rating.working),
      domains: rating.domains.map((domain) => ({
        ...domain,
        working: working(domain.working),
        notApplicable: [...domain.notApplicable],
      })),
    },
    agreement: { ...agreement, notes: [...agreement.notes] },
    reviewers,
  };
}
