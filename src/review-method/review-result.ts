import type { Gravity } from '../frameworks/edition/gravity.js';
import type { Edition } from '../frameworks/edition/edition-schema.js';
import { leastAgreementOf, methodOf } from '../frameworks/edition/method/first-method.js';
import type { Uuid } from '../kernel/identifiers.js';
import { countingScores, type JudgedScore } from './panel/became-of.js';
import type { AgreementReport } from './agreement/agreement-report.js';
import { countedScore, type Limits } from './scoring/cap-by-evidence.js';
import type { Settlement } from './moderation/settled-score.js';
import type { RatedCriterion } from './rating/rated-criterion.js';
import { rateReview, type NamedDomain, type ReviewRating } from './rating/rate-review.js';
import { rememberedAgreement } from './agreement/remembered-agreement.js';
import type { EvidenceGrade } from './scoring/evidence-grade.js';
import type { ScoreValue } from './scoring/score.js';

/** One criterion with the reviewers' locked scores and the finding that counts; null before it is settled. */
export interface ScoredCriterion {
  readonly code: string;
  readonly domain: string;
  readonly gravity: Gravity;
  readonly scores: readonly Pick<JudgedScore, 'assignmentId' | 'score' | 'became'>[];
  readonly finding: {
    readonly score: ScoreValue;
    readonly grade: EvidenceGrade | null;
    readonly settledBy: Settlement;
  } | null;
  /** What a meeting proposed and which reviewers confirmed it; absent or null where there was none. */
  readonly confirmed?: { readonly score: ScoreValue; readonly by: readonly string[] } | null;
}

/** All that the result of a review is worked out from. */
export interface ScoredReview {
  readonly review: { readonly id: Uuid };
  readonly edition: { readonly domains: readonly NamedDomain[] } & Pick<Edition, 'method'>;
  readonly lines: readonly ScoredCriterion[];
}

/** What a review comes to: the rating with its working from the scores that count, and how far reviewers agreed before. */
export interface ReviewResult {
  readonly rating: ReviewRating;
  /** From the scores as they were locked. */
  readonly agreement: AgreementReport;
  /** From what reviewers hold after meetings: what they confirmed, and otherwise what they locked. Null without meetings. */
  readonly agreementAfter: AgreementReport | null;
  /** How many reviewers' scores count, and the agreement is about. */
  readonly reviewers: number;
}

/** Works out the result; null before moderation has settled every criterion, or where the reader may not see it. */
export function reviewResult({ review, edition, lines: given }: ScoredReview): ReviewResult | null {
  if (given.length === 0 || given.some(({ finding }) => finding === null)) return null;
  const method = methodOf(edition);
  const lines = given.map((line) => ({ ...line, scores: countingScores(line.scores) }));
  const reviewers = [
    ...new Set(lines.flatMap(({ scores }) => scores.map(({ assignmentId }) => assignmentId))),
  ];
  const agreementOf = (scoreIn: (line: ScoredCriterion, reviewer: string) => ScoreValue | null) =>
    rememberedAgreement(
      review.id,
      lines.map((line) => reviewers.map((reviewer) => scoreIn(line, reviewer))),
      leastAgreementOf(method),
    );
  return {
    rating: rateReview(
      lines.map((line) => ratedCriterion(line, method)),
      edition.domains,
      method,
    ),
    agreement: agreementOf(lockedBy),
    agreementAfter: lines.some(({ confirmed }) => confirmed) ? agreementOf(heldBy) : null,
    reviewers: reviewers.length,
  };
}

function ratedCriterion(
  { code, domain, gravity, scores, finding }: ScoredCriterion,
  limits: Limits,
): RatedCriterion {
  const rated = { id: code, domain, gravity, score: finding && countedScore(finding, limits) };
  const alone =
    finding?.score === 'N' ? finding.settledBy === 'agreement' : scores.some(({ score }) => score === 'N');
  return alone ? { ...rated, notAgreed: true } : rated;
}

function lockedBy({ scores }: ScoredCriterion, reviewer: string): ScoreValue | null {
  return scores.find(({ assignmentId }) => assignmentId === reviewer)?.score ?? null;
}

function heldBy(line: ScoredCriterion, reviewer: string): ScoreValue | null {
  const locked = lockedBy(line, reviewer);
  return locked !== null && line.confirmed?.by.includes(reviewer) === true ? line.confirmed.score : locked;
}
