import type { Gravity } from '../../src/frameworks/edition/gravity.js';
import type { Fate } from '../../src/review-method/panel/became-of.js';
import { reviewResult, type ReviewResult } from '../../src/review-method/review-result.js';
import type { EvidenceGrade } from '../../src/review-method/scoring/evidence-grade.js';
import type { Settlement } from '../../src/review-method/moderation/settled-score.js';
import type { ScoreValue } from '../../src/review-method/scoring/score.js';

/** As much of a published result as its rating and its agreement are worked out from. */
export interface ReleasedScores {
  readonly review: { readonly id: string };
  readonly domains: readonly { readonly code: string; readonly name: string }[];
  /** Who scored, with what became of their scores; the first format did not say it. */
  readonly panel: { readonly scored?: readonly { readonly reviewer: string; readonly became: Fate }[] };
  readonly criteria: readonly {
    readonly code: string;
    readonly domain: string;
    readonly gravity: Gravity;
    readonly independent: readonly { readonly reviewer: string; readonly score: ScoreValue }[];
    readonly meeting?: {
      readonly proposals: readonly {
        readonly score: ScoreValue;
        readonly said: readonly { readonly reviewer: string; readonly stance: string }[];
      }[];
    } | null;
    readonly counted: {
      readonly moderated: ScoreValue;
      readonly grade: EvidenceGrade | null;
      readonly settledBy: Settlement;
    } | null;
  }[];
}

/**
 * What a published result comes to by the method of a review and nothing else. It is not by hand, as result-by-hand.ts is:
 * it holds released bytes to `review-method`, interval and working included, and goes past `publication/checking` on
 * purpose, so that a fault in how releases are checked does not hide one in how they come about. Checking settles scores
 * anew; here what counts is taken from the text, which is all that the first format holds.
 */
export function recomputed({ review, domains, panel, criteria }: ReleasedScores): ReviewResult | null {
  const becameOf = (letter: string): Fate =>
    panel.scored?.find(({ reviewer }) => reviewer === letter)?.became ?? 'counts';
  const lines = criteria.map(({ code, domain, gravity, independent, meeting, counted }) => ({
    ...{ code, domain, gravity },
    scores: independent.map(({ reviewer, score }) => ({
      assignmentId: reviewer,
      score,
      became: becameOf(reviewer),
    })),
    finding: counted && { score: counted.moderated, grade: counted.grade, settledBy: counted.settledBy },
    confirmed: confirmedIn(meeting?.proposals.at(-1)),
  }));
  return reviewResult({ review, edition: { domains }, lines });
}

type Proposal = NonNullable<ReleasedScores['criteria'][number]['meeting']>['proposals'][number];

function confirmedIn(proposal: Proposal | undefined) {
  if (!proposal) return null;
  const confirming = proposal.said.filter(({ stance }) => stance === 'confirm');
  return { score: proposal.score, by: confirming.map(({ reviewer }) => reviewer) };
}
