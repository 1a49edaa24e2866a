import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { GRADES_OF_EVIDENCE } from '../../frameworks/edition/method/method-schema.js';

/** Every grade of evidence, strongest first. */
export const EVIDENCE_GRADES = GRADES_OF_EVIDENCE;

/** How far the evidence behind a score can be relied on. */
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** What each grade means in the first method, in the words reviewers and readers see. */
export const EVIDENCE_GRADE_MEANINGS: ReadonlyMap<EvidenceGrade, string> = new Map(
  FIRST_METHOD.evidenceGrades.map(({ grade, meaning }) => [grade, meaning]),
);

/** True when the text is one of the five grades. */
export function isEvidenceGrade(text: unknown): text is EvidenceGrade {
  return EVIDENCE_GRADES.some((grade) => grade === text);
}
