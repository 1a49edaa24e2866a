/** In which capacity a person signs, as the record and its rules name it (sim.md §4.2). */
export const SIGN_OFF_CAPACITIES = {
  CALDICOTT_GUARDIAN: 'Caldicott Guardian',
  DPO: 'Data Protection Officer',
  SIRO: 'Senior Information Risk Owner',
  EXEC_APPROVER: 'Executive approver',
} as const;

/** The code of a capacity. */
export type SignOffCapacity = keyof typeof SIGN_OFF_CAPACITIES;

/** What a sign-off can say, with the words a reader sees. */
export const SIGN_OFF_DECISIONS = {
  APPROVED: 'Approved',
  APPROVED_WITH_CONDITIONS: 'Approved with conditions',
  REFUSED: 'Refused',
  ACCEPTED_RISK: 'Accepted the risk',
  ADVISED: 'Gave advice',
  NOT_ASKED: 'Was not asked before the data were shared',
} as const;

/** The code of a decision. */
export type SignOffDecision = keyof typeof SIGN_OFF_DECISIONS;

/**
 * What each capacity may say. A data protection officer advises and never approves (UK GDPR Article 38(6)); only a
 * Guardian can say that they were not asked.
 */
export const DECISIONS_OF: Readonly<Record<SignOffCapacity, readonly SignOffDecision[]>> = {
  CALDICOTT_GUARDIAN: ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REFUSED', 'NOT_ASKED'],
  DPO: ['ADVISED'],
  SIRO: ['ACCEPTED_RISK', 'REFUSED'],
  EXEC_APPROVER: ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REFUSED'],
};
