import type { Policy } from '../../access/policy.js';
import { FlowPart } from './flow-part.entity.js';

/** A partner reads what is recorded in its own name, of the whole flow nothing else; a submission writes it. */
export const flowPartPolicy: Policy = (actor, { allow }) => {
  const partnerId = actor.organisationsAs('POLICE_PARTNER');
  const organisationId = actor.organisationsAs('TRUST_SUBMITTER');
  if (partnerId.length > 0) allow('read', FlowPart, { partnerId });
  if (actor.holds('AUDITOR')) allow('read', FlowPart);
  if (organisationId.length > 0) allow('tell-partner', FlowPart, { organisationId });
};
