import type { Policy } from '../../access/policy.js';
import { EvidenceItem } from './evidence-item.entity.js';

/** What reading the content of a document may find, as the log calls it. */
const CONTENT_VERBS = ['find-altered', 'find-missing', 'find-whole'];

/** An organisation offers and reads its own evidence, and says who may; its cleared reviewers read what is not privileged; auditors read all. */
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
  if (actor.standing === 'operator') for (const found of CONTENT_VERBS) allow(found, EvidenceItem);
  const offering = actor.organisationsAs('TRUST_SUBMITTER', 'USER_GROUP_MEMBER');
  if (offering.length === 0) return;
  allow('offer', EvidenceItem, { organisationId: offering });
  allow(['say-who-may-read', 'close'], EvidenceItem, { organisationId: offering });
};
