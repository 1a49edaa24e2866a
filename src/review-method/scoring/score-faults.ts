import type { Issue } from '../../kernel/refusal.js';
import { type EvidenceGrade, isEvidenceGrade } from './evidence-grade.js';
import { isScore, pointsOf, type ScoreValue } from './score.js';
import { isId } from '../../kernel/identifiers.js';

/** What a reviewer or a trust has entered for one criterion so far. */
export interface ScoreEntry {
  readonly score: ScoreValue | null;
  readonly grade: EvidenceGrade | null;
  readonly rationale: string;
  /** Why the criterion cannot apply; only asked for when the score is `N`. */
  readonly notApplicableReason: string;
}

/** What is missing before a score can be locked: each with the field and the sentence the person sees. */
export function scoreFaults(entry: ScoreEntry): readonly Issue[] {
  const faults: Issue[] = [];
  if (!isScore(entry.score)) return [{ field: 'score', text: 'Choose a score' }];
  if (entry.rationale.trim() === '') {
    faults.push({ field: 'rationale', text: 'Say in at least one sentence why you chose this score' });
  }
  if (entry.score === 'N' && entry.notApplicableReason.trim() === '') {
    faults.push({
      field: 'notApplicableReason',
      text: 'Say why this criterion cannot apply to this deployment',
    });
  }
  if (pointsOf(entry.score) !== null && !isEvidenceGrade(entry.grade)) {
    faults.push({ field: 'grade', text: 'Choose how strong the evidence is, from A to E' });
  }
  return faults;
}

/** What is wrong with the evidence that an answer or a score names: each must be the id of an item of evidence. */
export function evidenceFaults(ids: readonly string[] | undefined): readonly Issue[] {
  return ids?.every(isId) === false
    ? [{ field: 'evidenceIds', text: 'Choose evidence from the list, or give its id' }]
    : [];
}
