import type { Issue } from '../../../kernel/refusal.js';
import { evidenceFaults, scoreFaults } from '../../../review-method/scoring/score-faults.js';
import type { EvidenceGrade } from '../../../review-method/scoring/evidence-grade.js';
import type { ScoreValue } from '../../../review-method/scoring/score.js';

interface GivenAnswer {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  readonly evidenceIds?: readonly string[] | undefined;
}

/** What is missing in an answer, each with its field; `place` goes before the field where there are many. */
export function answerFaults({ score, grade, reason, evidenceIds }: GivenAnswer, place = ''): Issue[] {
  const faults = [
    ...scoreFaults({ score, grade, rationale: reason, notApplicableReason: reason }),
    ...evidenceFaults(evidenceIds),
  ];
  return faults.map(({ field, text }) => ({ field: `${place}${OWN_FIELD[field] ?? field}`, text }));
}

const OWN_FIELD: Readonly<Record<string, string>> = { rationale: 'reason', notApplicableReason: 'reason' };
