import type { Policy } from '../../access/policy.js';
import { NilReturn } from './nil-return.entity.js';
import { RoundDateChange } from './round-date-change.entity.js';
import { Round } from '../round.entity.js';
import { RoundVoiding } from './round-voiding.entity.js';

/** Everyone reads rounds, why a date moved, what was voided and nil returns; lead reviewers open and change them. A trust signs its nil return. */
export const roundPolicy: Policy = (actor, { allow }) => {
  allow('read', Round);
  allow('read', RoundDateChange);
  allow('read', RoundVoiding);
  allow('read', NilReturn);
  if (actor.holds('LEAD_REVIEWER')) {
    allow(['open', 'reschedule'], Round);
    allow('reschedule', RoundDateChange, { decidedBy: actor.personId });
    allow('void', RoundVoiding, { voidedBy: actor.personId });
  }
  const signsFor = actor.organisationsAs('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER');
  if (signsFor.length > 0) allow('sign', NilReturn, { organisationId: signsFor, signedBy: actor.personId });
};
