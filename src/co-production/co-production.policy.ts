import type { Policy, SubjectClass } from '../access/policy.js';
import { Attestation } from './record/attestation.entity.js';
import type { PartOwnership } from './record/part-of-co-production.entity.js';
import { Influence } from './record/influence.entity.js';
import { InvolvementPayment } from './record/involvement-payment.entity.js';
import { Involvement } from './record/involvement.entity.js';
import { ParticipantGroup } from './record/participant-group.entity.js';
import { StageAccount } from './record/stage-account.entity.js';

const KINDS_OF_TRUSTS: readonly SubjectClass<PartOwnership>[] = [
  Involvement,
  ParticipantGroup,
  InvolvementPayment,
  Influence,
  StageAccount,
];

/** The trust tells, everyone reads what it has opened, and only a group speaks for itself: no trust writes what it attests. */
export const coProductionPolicy: Policy = (actor, { allow }) => {
  const ours = actor.organisationsAs(
    'TRUST_SUBMITTER',
    'CALDICOTT_GUARDIAN',
    'DATA_PROTECTION_OFFICER',
    'EXECUTIVE_APPROVER',
  );
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  const speaksFor = actor.organisationsAs('USER_GROUP_MEMBER');
  const readsAll = actor.holds('AUDITOR') || actor.standing === 'operator';
  for (const kind of [...KINDS_OF_TRUSTS, Attestation]) {
    allow('read', kind, { published: true });
    if (ours.length > 0) allow('read', kind, { leadOrganisationId: ours });
    if (readsAll) allow('read', kind);
  }
  if (answersFor.length > 0) {
    for (const kind of KINDS_OF_TRUSTS)
      allow(['tell', 'publish', 'mend', 'withdraw'], kind, { leadOrganisationId: answersFor });
    allow('ask', Attestation, { leadOrganisationId: answersFor, statement: null });
  }
  if (speaksFor.length > 0) allow(['read', 'attest', 'withdraw'], Attestation, { groupId: speaksFor });
};
