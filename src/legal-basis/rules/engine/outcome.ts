/**
 * What a rule says of a record. From best to worst: it does not apply, the record shows what is asked, there is reason
 * for care, the record does not say enough, the record shows the fault.
 */
export const outcomes = [
  { code: 'DOES_NOT_APPLY', label: 'Does not apply' },
  { code: 'PASS', label: 'Shown' },
  { code: 'WARN', label: 'Take care' },
  { code: 'UNKNOWN', label: 'Not known' },
  { code: 'FAIL', label: 'Not shown' },
] as const;

/** What a rule says of a record. */
export type Outcome = (typeof outcomes)[number]['code'];

/** How bad an outcome is, 0 for the best. */
export function gravityOf(outcome: Outcome): number {
  return outcomes.findIndex((entry) => entry.code === outcome);
}
