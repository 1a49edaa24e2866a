import type { Policy } from '../../access/policy.js';
import { NilChallenge } from './nil-challenge.entity.js';
import { NilReturn } from './nil-return.entity.js';
import { NilSettingAside } from './nil-setting-aside.entity.js';
import { NilSignature } from './nil-signature.entity.js';

/** Everyone reads nil returns and what became of them. A trust signs, its executive too, a group challenges, a lead sets aside. */
export const nilReturnPolicy: Policy = (actor, { allow }) => {
  allow('read', NilReturn);
  allow('read', NilSignature);
  allow('read', NilChallenge);
  allow('read', NilSettingAside);
  if (actor.holds('LEAD_REVIEWER')) allow('set-aside', NilSettingAside, { setAsideBy: actor.personId });
  const signedBy = actor.personId;
  const signsFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (signsFor.length > 0) allow('sign', NilReturn, { organisationId: signsFor, signedBy });
  const approvesFor = actor.organisationsAs('EXECUTIVE_APPROVER');
  if (approvesFor.length > 0) allow('sign', NilSignature, { organisationId: approvesFor, signedBy });
  const speaksFor = actor.organisationsAs('USER_GROUP_MEMBER');
  if (speaksFor.length > 0) allow('challenge', NilChallenge, { organisationId: speaksFor });
};
