import { z } from 'zod';
import { calendarDay, manyOf, oneOf, unjudgedText, reference, yesOrNo } from '../answers/answers.js';

/** Who signs (sim.md §4.2). */
export const signOffRoles = [
  { code: 'CALDICOTT_GUARDIAN', label: 'Caldicott Guardian' },
  { code: 'DPO', label: 'Data protection officer' },
  { code: 'SIRO', label: 'Senior information risk owner' },
  { code: 'EXEC_APPROVER', label: 'Executive approver' },
] as const;

/** A role in which somebody signs. */
export type SignOffRole = (typeof signOffRoles)[number]['code'];

/** What a sign-off says; `decides` marks decisions that a data protection officer never takes. */
export const signOffDecisions = [
  { code: 'APPROVED', label: 'Approved', decides: true },
  { code: 'APPROVED_WITH_CONDITIONS', label: 'Approved with conditions', decides: true },
  { code: 'REFUSED', label: 'Refused', decides: true },
  { code: 'ACCEPTED_RISK', label: 'Accepted the risk', decides: true },
  { code: 'ADVISED', label: 'Advised', decides: false },
  { code: 'NOT_ASKED', label: 'Was not asked', decides: false },
] as const;

/** What a sign-off says, by its code. */
export type SignOffDecision = (typeof signOffDecisions)[number]['code'];

/** Other parts a signatory plays in the scheme; rule R-CAL-04 looks at them. */
export const schemeParts = [
  { code: 'SCHEME_CLINICAL_LEAD', label: 'Clinical lead of the scheme' },
  { code: 'EXEC_SPONSOR', label: 'Executive sponsor of the scheme' },
  { code: 'NONE', label: 'No other part in the scheme' },
] as const;

/** Another part that a signatory plays in the scheme, by its code. */
export type SchemePart = (typeof schemeParts)[number]['code'];

/** One sign-off of a flow; dissent is part of it. */
export const signOffSchema = z.strictObject({
  role: oneOf(signOffRoles, 'In which role'),
  userId: reference('Who signed'),
  decision: oneOf(signOffDecisions, 'What was decided or advised'),
  decidedOn: calendarDay('The day of the decision or advice'),
  conditions: unjudgedText('Conditions'),
  adviceText: unjudgedText('The advice'),
  adviceFollowed: yesOrNo('Whether the advice was followed'),
  dissent: unjudgedText('Dissent, in the person’s own words'),
  schemeParts: manyOf(schemeParts, 'Other parts this person plays in the scheme'),
});

/** One sign-off of a flow. */
export type SignOff = z.infer<typeof signOffSchema>;
