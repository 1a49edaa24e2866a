import type { Policy } from '../../access/policy.js';
import { TRUST_ROLES } from '../engagement.js';
import { NilReturn } from './nil-return.entity.js';
import { RoundDateChange } from './round-date-change.entity.js';
import { Round } from '../round.entity.js';
import { RoundVoiding } from './round-voiding.entity.js';

/** Everyone reads rounds, why a date moved and what was voided; lead reviewers open and change them. A trust signs nil returns. */
export const roundPolicy: Policy = (actor, { allow }) => {
  allow('read', Round);
  allow('read', RoundDateChange);
  allow('read', RoundVoiding);
  if (actor.holds('LEAD_REVIEWER')) {
    allow(['open', 'reschedule'], Round);
    allow('reschedule', RoundDateChange, { decidedBy: actor.personId });
    allow('void', RoundVoiding, { voidedBy: actor.personId });
  }
  if (actor.holds('LEAD_REVIEWER', 'AUDITOR') || actor.standing === 'operator') allow('read', NilReturn);
  const trusts = actor.organisationsAs(...TRUST_ROLES);
  if (trusts.length > 0) allow('read', NilReturn, { organisationId: trusts });
  const signsFor = actor.organisationsAs('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER');
  if (signsFor.length > 0) allow('sign', NilReturn, { organisationId: signsFor, signedBy: actor.personId });
};
