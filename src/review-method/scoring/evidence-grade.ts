/** Every grade of evidence, strongest first. */
export const EVIDENCE_GRADES = ['A', 'B', 'C', 'D', 'E'] as const;

/** How far the evidence behind a score can be relied on. */
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** What each grade means, in the words reviewers and readers see. */
export const EVIDENCE_GRADE_MEANINGS: Readonly<Record<EvidenceGrade, string>> = {
  A: 'A record made at the time, confirmed by an independent source (for example an audit log and a patient’s account).',
  B: 'A record made at the time, from one party.',
  C: 'A document written afterwards, or a statement by a named accountable person.',
  D: 'A claim that nobody signed, marketing, or material from the vendor.',
  E: 'None.',
};

/** True when the text is one of the five grades. */
export function isEvidenceGrade(text: unknown): text is EvidenceGrade {
  return EVIDENCE_GRADES.some((grade) => grade === text);
}
