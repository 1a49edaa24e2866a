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

/** What is locked: whose, and with a nonce, so that nobody can guess scores from the hash. */
export interface Locking {
  readonly reviewId: Uuid;
  readonly assignmentId: Uuid;
  readonly nonce: string;
}

/**
 * SHA-256 over the canonical JSON of the nonce and every locked score, in hexadecimal. Whoever is shown the scores and
 * the nonce later can compute it again and see that nothing changed after the lock.
 */
export function lockedHash(
  { reviewId, assignmentId, nonce }: Locking,
  scores: readonly GivenScore[],
): string {
  const ordered = scores.toSorted((one, other) => (one.criterion < other.criterion ? -1 : 1));
  const content = ordered.map(({ criterion, seq, score, grade, confidence, rationale, evidenceIds }) => ({
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
