import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { sha256 } from '../../kernel/sha256.js';
import type { EvidenceGrade } from './evidence-grade.js';
import type { ScoreValue } from './score.js';

/** How sure a reviewer can be of a score. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** How sure a reviewer is of a score. */
export type Confidence = (typeof CONFIDENCES)[number];

/** The newest score one reviewer gave one criterion. */
export interface GivenScore {
  readonly assignmentId: Uuid;
  readonly criterion: string;
  readonly seq: number;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly confidence: Confidence;
  readonly rationale: string;
  readonly evidenceIds: readonly Uuid[];
}

/** What is locked: whose, and with two secrets, so that nobody can guess scores from the hash. */
export interface Locking {
  readonly reviewId: Uuid;
  readonly assignmentId: Uuid;
  /** Published with the scores. */
  readonly nonce: string;
  /** Never published as it is; each rationale has its own salt from it. Null in locks of the first form. */
  readonly salt: string | null;
}

/** Names the form of what is locked. A later form gets a later number. */
export const LOCK_FORMAT = 'candour-lock/2';

/** The form before, which named the assignment and had no salts. */
export const FIRST_LOCK_FORMAT = 'candour-lock/1';

/** One locked score as the hash covers it: everything but the rationale, of which it covers a salted hash. */
export interface LockedItem extends Pick<
  GivenScore,
  'criterion' | 'seq' | 'score' | 'grade' | 'confidence' | 'evidenceIds'
> {
  readonly rationaleHash: string;
}

/** What stands for the reviewer in what is locked, so that the scores can be published without naming an assignment. */
export function reviewerStandIn({ assignmentId, nonce }: Pick<Locking, 'assignmentId' | 'nonce'>): string {
  return sha256(`${nonce} ${assignmentId}`);
}

/** The salt of one rationale; it is published with the rationale, and not where words of it are withheld. */
export function rationaleSalt(salt: string, criterion: string): string {
  return sha256(`${salt} ${criterion}`);
}

/** The hash of a rationale with its salt, which stands for it in what is locked. */
export function rationaleHash(salt: string, rationale: string): string {
  return sha256(`${salt} ${rationale}`);
}

/**
 * The hash of a lock from what is published: SHA-256 over the canonical JSON (RFC 8785) of the form, the review, who
 * stands for the reviewer, the nonce and every score in the order of the criteria, in hexadecimal.
 */
export function lockHash(
  {
    reviewId,
    reviewer,
    nonce,
  }: { readonly reviewId: Uuid; readonly reviewer: string; readonly nonce: string },
  items: readonly LockedItem[],
): string {
  const scores = items
    .toSorted(byCriterion)
    .map(({ criterion, seq, score, grade, confidence, evidenceIds, rationaleHash: hash }) => ({
      criterion,
      seq,
      score,
      grade,
      confidence,
      evidenceIds,
      rationaleHash: hash,
    }));
  return sha256(canonicalJson({ format: LOCK_FORMAT, reviewId, reviewer, nonce, scores }));
}

/** The hash of a lock from the scores themselves. Whoever is shown them later can see that none changed after the lock. */
export function lockedHash(locking: Locking, scores: readonly GivenScore[]): string {
  const { reviewId, nonce, salt } = locking;
  if (salt === null) return firstForm(locking, scores);
  const items = scores.map((score) => ({
    ...score,
    rationaleHash: rationaleHash(rationaleSalt(salt, score.criterion), score.rationale),
  }));
  return lockHash({ reviewId, reviewer: reviewerStandIn(locking), nonce }, items);
}

/** Locks of the first form cover the assignment and every rationale as they are. */
function firstForm({ reviewId, assignmentId, nonce }: Locking, scores: readonly GivenScore[]): string {
  const content = scores
    .toSorted(byCriterion)
    .map(({ criterion, seq, score, grade, confidence, rationale, evidenceIds }) => ({
      criterion,
      seq,
      score,
      grade,
      confidence,
      rationale,
      evidenceIds,
    }));
  return sha256(canonicalJson({ reviewId, assignmentId, nonce, scores: content }));
}

function byCriterion(one: Pick<GivenScore, 'criterion'>, other: Pick<GivenScore, 'criterion'>): number {
  return one.criterion < other.criterion ? -1 : 1;
}
