import { countedScore, type Limits } from '../../review-method/scoring/cap-by-evidence.js';
import { rationaleHash, rationaleSalt } from '../../review-method/scoring/locked-content.js';
import type { SheetLine } from '../../reviews/reading/review-sheet.js';
import type {
  PublishedCriterion,
  PublishedFinding,
  PublishedScore,
  PublishedSelfScore,
} from './published-content.js';
import { publishedMeeting } from './published-meeting.js';
import type { PanelSource } from './published-panel.js';

/** One criterion as it is published: what the trust said, what each reviewer scored, and what counts, side by side. */
export function publishedCriterion(
  line: SheetLine,
  { letters, locks }: Pick<PanelSource, 'letters' | 'locks'>,
): PublishedCriterion {
  return {
    code: line.code,
    domain: line.domain,
    requirement: line.requirement,
    gravity: line.gravity,
    inferred: line.inferred,
    sources: line.sources.map(({ citation }) => citation),
    self: line.self && selfOf(line.self),
    independent: line.scores
      .filter(({ became }) => became !== null)
      .map((score) => scoreOf(score, { letters, locks }))
      .sort(byReviewer),
    meeting: publishedMeeting(line, letters),
    counted: line.finding && findingOf(line.finding, line.need.limits),
  };
}

function selfOf({
  score,
  grade,
  reason,
  evidenceIds,
}: NonNullable<SheetLine['self']>): PublishedSelfScore | null {
  return score && { score, grade, reason, evidence: evidenceIds.length };
}

function scoreOf(
  given: SheetLine['scores'][number],
  { letters, locks }: Pick<PanelSource, 'letters' | 'locks'>,
): PublishedScore {
  const { criterion, seq, score, grade, confidence, rationale, evidenceIds } = given;
  const secret = locks.find(({ assignmentId }) => assignmentId === given.assignmentId)?.salt ?? null;
  const salt = secret === null ? null : rationaleSalt(secret, criterion);
  return {
    reviewer: letters.get(given.assignmentId) ?? '',
    seq,
    score,
    grade,
    confidence,
    rationale,
    rationaleHash: salt === null ? null : rationaleHash(salt, rationale),
    rationaleSalt: salt,
    evidence: evidenceIds.length,
    evidenceIds,
  };
}

function byReviewer(one: PublishedScore, other: PublishedScore): number {
  return one.reviewer < other.reviewer ? -1 : 1;
}

function findingOf(finding: NonNullable<SheetLine['finding']>, limits: Limits): PublishedFinding {
  const { score: moderated, grade, reason, minorityView, settledBy } = finding;
  return { score: countedScore(finding, limits), moderated, grade, reason, minorityView, settledBy };
}
