import type { Policy } from '../../access/policy.js';
import type { Role } from '../../identity/roles.js';
import { PartnerRequest } from './partner-request.entity.js';
import { PartnerReturn } from './partner-return.entity.js';

/** The posts in which somebody signs a return for an agency: of a police force, a commissioner, or another trust. */
export const SIGNS_FOR_PARTNERS: readonly Role[] = ['POLICE_PARTNER', 'COMMISSIONER', 'EXECUTIVE_APPROVER'];

/** Everyone reads which agencies were asked and what they say. Lead reviewers ask, each agency signs for itself. */
export const partnerPolicy: Policy = (actor, { allow }) => {
  allow('read', PartnerRequest);
  allow('read', PartnerReturn);
  if (actor.holds('LEAD_REVIEWER')) allow('ask', PartnerRequest);
  const signsFor = actor.organisationsAs(...SIGNS_FOR_PARTNERS);
  if (signsFor.length > 0)
    allow('sign', PartnerReturn, { organisationId: signsFor, signedBy: actor.personId });
};
