import type { Policy } from '../../access/policy.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** An organisation offers and reads its own evidence; its cleared reviewers read what is not privileged; auditors read all. */
export const evidencePolicy: Policy = (actor, { allow }) => {
  const theirs = actor.organisationsAs(
    'TRUST_SUBMITTER',
    'CALDICOTT_GUARDIAN',
    'DATA_PROTECTION_OFFICER',
    'EXECUTIVE_APPROVER',
    'USER_GROUP_MEMBER',
  );
  if (theirs.length > 0) allow('read', EvidenceItem, { organisationId: theirs });
  const reviewed = actor.engagedIn('deployment-under-review');
  if (!reviewed.isEmpty)
    allow('read', EvidenceItem, { deploymentId: reviewed, audience: ['everyone', 'reviewers'] });
  if (actor.holds('AUDITOR')) allow('read', EvidenceItem);
  const offering = actor.organisationsAs('TRUST_SUBMITTER', 'USER_GROUP_MEMBER');
  if (offering.length > 0) allow('offer', EvidenceItem, { organisationId: offering });
};
