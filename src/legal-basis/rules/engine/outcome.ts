/**
 * What a rule says of a record. From best to worst: it does not apply, the record shows what is asked, the record says it
 * in words that nobody has checked, there is reason for care, the record does not say enough, the record shows the fault.
 */
export const outcomes = [
  { code: 'DOES_NOT_APPLY', label: 'Does not apply' },
  { code: 'PASS', label: 'Shown' },
  { code: 'STATED', label: 'Stated, not checked' },
  { code: 'WARN', label: 'Take care' },
  { code: 'UNKNOWN', label: 'Not known' },
  { code: 'FAIL', label: 'Not shown' },
] as const;

/** What a rule says of a record. */
export type Outcome = (typeof outcomes)[number]['code'];

/** How often each outcome stands among results; every outcome has a number. */
export function countOutcomes(results: readonly { readonly outcome: Outcome }[]): Record<Outcome, number> {
  const counts = { DOES_NOT_APPLY: 0, PASS: 0, STATED: 0, WARN: 0, UNKNOWN: 0, FAIL: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}

/** How bad an outcome is, 0 for the best. */
export function gravityOf(outcome: Outcome): number {
  return outcomes.findIndex((entry) => entry.code === outcome);
}
