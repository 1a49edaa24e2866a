import type { Policy, SubjectClass } from '../../access/policy.js';
import { Attestation } from '../attestations/attestation.entity.js';
import type { PartOwnership } from '../part-of-co-production.entity.js';
import { Influence } from './influence.entity.js';
import { InvolvementPayment } from './involvement-payment.entity.js';
import { Involvement } from './involvement.entity.js';
import { ParticipantGroup } from './participant-group.entity.js';
import { StageAccount } from '../accounts/stage-account.entity.js';

const TOLD_BY_TRUSTS: readonly SubjectClass<PartOwnership>[] = [
  Involvement,
  ParticipantGroup,
  InvolvementPayment,
  Influence,
  StageAccount,
];

/** The trust tells, everyone reads what it has opened, and only a group speaks for itself: no trust writes what it attests. */
export const involvementPolicy: Policy = (actor, { allow }) => {
  const ours = actor.organisationsAs(
    'TRUST_SUBMITTER',
    'CALDICOTT_GUARDIAN',
    'DATA_PROTECTION_OFFICER',
    'EXECUTIVE_APPROVER',
  );
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  const speaksFor = actor.organisationsAs('USER_GROUP_MEMBER');
  const readsAll = actor.holds('AUDITOR') || actor.standing === 'operator';
  for (const kind of [...TOLD_BY_TRUSTS, Attestation]) {
    allow('read', kind, { published: true });
    if (ours.length > 0) allow('read', kind, { leadOrganisationId: ours });
    if (readsAll) allow('read', kind);
  }
  if (answersFor.length > 0) {
    for (const kind of TOLD_BY_TRUSTS) allow(['tell', 'publish'], kind, { leadOrganisationId: answersFor });
    allow('ask', Attestation, { leadOrganisationId: answersFor, statement: null });
  }
  if (speaksFor.length > 0) allow(['read', 'attest', 'withdraw'], Attestation, { groupId: speaksFor });
};
