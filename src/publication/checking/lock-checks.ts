import { LOCK_FORMAT, lockHash, rationaleHash } from '../../review-method/scoring/locked-content.js';
import {
  CONTENT_FORMAT,
  type PublishedContent,
  type PublishedReviewer,
  type PublishedScore,
} from '../content/published-content.js';
import { compared, type ReleaseCheck } from './release-check.js';

/** Computes the lock of every reviewer again from the scores that were published, and the hash of every reason. */
export function lockChecks(content: PublishedContent): readonly ReleaseCheck[] {
  return [
    ...everybodyCheck(content),
    ...content.panel.scored.flatMap((reviewer) => checksOf(content, reviewer)),
  ];
}

/** That whoever scored stands among those of whom it is said what became of their scores, and nobody else. */
function everybodyCheck({ format, panel, criteria }: PublishedContent): readonly ReleaseCheck[] {
  if (format !== CONTENT_FORMAT) return [];
  const scored = new Set(criteria.flatMap(({ independent }) => independent.map(({ reviewer }) => reviewer)));
  const said = panel.scored.map(({ reviewer }) => reviewer);
  return [compared('Whose scores were locked', said.sort(), [...scored].sort())];
}

function checksOf(
  { review, criteria }: PublishedContent,
  { reviewer, lock }: PublishedReviewer,
): readonly ReleaseCheck[] {
  const about = `The lock of reviewer ${reviewer}`;
  if (lock?.format !== LOCK_FORMAT || lock.reviewer === null)
    return [{ about, holds: true, sentence: 'is of a form that cannot be computed from public files.' }];
  const scores = criteria.flatMap(({ code, independent }) =>
    independent.filter((score) => score.reviewer === reviewer).map((score) => ({ code, score })),
  );
  const items = scores.map(({ code, score }) => ({
    criterion: code,
    seq: score.seq,
    score: score.score,
    grade: score.grade,
    confidence: score.confidence,
    evidenceIds: score.evidenceIds,
    rationaleHash: score.rationaleHash ?? '',
  }));
  const computed = lockHash({ reviewId: review.id, reviewer: lock.reviewer, nonce: lock.nonce }, items);
  return [
    compared(about, lock.contentHash, computed),
    ...scores.flatMap(({ code, score }) =>
      reasonCheck(`The reason of reviewer ${reviewer} on ${code}`, score),
    ),
  ];
}

/** Only where it is another: 78 lines that all is well would hide one that says it is not. */
function reasonCheck(
  about: string,
  { rationale, rationaleHash: said, rationaleSalt }: PublishedScore,
): ReleaseCheck[] {
  if (rationaleSalt === null) return [];
  const check = compared(about, said, rationaleHash(rationaleSalt, rationale));
  return check.holds ? [] : [check];
}
