import type { SignOffDecision, SignOffRole } from '../../legal-basis/record/safeguards/sign-off.js';

/** In which capacity a person signs, in the words that a page uses (sim.md §4.2). */
export const SIGN_OFF_CAPACITIES: Readonly<Record<SignOffRole, string>> = {
  CALDICOTT_GUARDIAN: 'Caldicott Guardian',
  DPO: 'Data Protection Officer',
  SIRO: 'Senior Information Risk Owner',
  EXEC_APPROVER: 'Executive approver',
};

/** What a sign-off can say, in the words that a page uses. */
export const SIGN_OFF_DECISIONS: Readonly<Record<SignOffDecision, string>> = {
  APPROVED: 'Approved',
  APPROVED_WITH_CONDITIONS: 'Approved with conditions',
  REFUSED: 'Refused',
  ACCEPTED_RISK: 'Accepted the risk',
  ADVISED: 'Gave advice',
  NOT_ASKED: 'Was not asked before the data were shared',
};

/**
 * What each capacity may say. A data protection officer advises and never approves (UK GDPR Article 38(6)); only a
 * Guardian can say that they were not asked.
 */
export const DECISIONS_OF: Readonly<Record<SignOffRole, readonly SignOffDecision[]>> = {
  CALDICOTT_GUARDIAN: ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REFUSED', 'NOT_ASKED'],
  DPO: ['ADVISED'],
  SIRO: ['ACCEPTED_RISK', 'REFUSED'],
  EXEC_APPROVER: ['APPROVED', 'APPROVED_WITH_CONDITIONS', 'REFUSED'],
};
