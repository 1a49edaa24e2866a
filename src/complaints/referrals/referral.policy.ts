import type { Policy } from '../../access/policy.js';
import { ReferralStep } from './referral-step.entity.js';
import { Referral } from './referral.entity.js';

/** Concern handlers pass concerns on and note what becomes of them; the person and auditors see it; nobody else does. */
export const referralPolicy: Policy = (actor, { allow }) => {
  if (actor.holds('CONCERN_HANDLER')) {
    allow(['read', 'refer'], Referral);
    allow(['read', 'note'], ReferralStep);
  }
  if (actor.holds('AUDITOR')) {
    allow('read', Referral);
    allow('read', ReferralStep);
  }
  if (actor.receiptFor !== null) {
    allow('read', Referral, { concernId: actor.receiptFor });
    allow('read', ReferralStep, { concernId: actor.receiptFor });
  }
};
