import type { Policy } from '../../access/policy.js';
import { PanelAcceptance } from './panel-acceptance.entity.js';
import { PanelProposal } from './panel-proposal.entity.js';

/** Lead reviewers propose panels and accept what they proposed themselves; nobody else but auditors reads either. */
export const assigningPolicy: Policy = (actor, { allow }) => {
  if (actor.holds('AUDITOR') || actor.standing === 'operator') {
    allow('read', PanelProposal);
    allow('read', PanelAcceptance);
  }
  if (actor.standing !== 'person' || !actor.holds('LEAD_REVIEWER')) return;
  allow(['read', 'propose'], PanelProposal, { proposedBy: actor.personId });
  allow(['read', 'accept'], PanelAcceptance, { acceptedBy: actor.personId });
};
