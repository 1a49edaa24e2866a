import type { Policy, Rules } from '../../access/policy.js';
import { AccessToken } from '../../identity/people/access-token.entity.js';
import { Credential } from '../../identity/people/credential.entity.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Person } from '../../identity/people/person.entity.js';
import { ROLE_CODES, ROLES } from '../../identity/roles.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { AccountRequest } from '../countersigning/account-request.entity.js';

const REVIEWING = ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER'];
const PRIVILEGED = ROLE_CODES.filter((role) => ROLES[role].privileged);
const NOT_OF_A_GROUP = ROLE_CODES.filter((role) => role !== 'USER_GROUP_MEMBER');
const ORDINARY = ROLE_CODES.filter((role) => !ROLES[role].privileged);

/**
 * People keep their own account. Administrators keep everybody else's; what makes somebody powerful or opens an
 * account they do only as the second of two, and the operator's console does it alone. Nobody grants to themselves.
 */
export const peoplePolicy: Policy = (actor, rules) => {
  if (actor.standing === 'operator') rulesOfOperator(rules);
  if (actor.personId === null) return;
  rulesOfAccount(actor.personId, rules);
  if (actor.holds('ADMIN')) rulesOfAdministrator(actor.personId, rules);
  if (actor.holds('AUDITOR')) rules.allow('read', Membership);
  if (actor.holds('LEAD_REVIEWER')) {
    rules.allow('read', Person);
    rules.allow('read', Membership, { role: REVIEWING });
  }
};

function rulesOfOperator({ allow }: Rules): void {
  allow(['add', 'invent', 'suspend', 'readmit'], Person);
  allow(['grant', 'end'], Membership);
  allow(['enrol', 'invite', 'end', 'remove'], Credential);
  allow(['create', 'revoke'], AccessToken);
}

function rulesOfAccount(me: Uuid, { allow }: Rules): void {
  allow('read', Person, { id: me });
  allow('read', Membership, { personId: me });
  allow('read', AccountRequest, { personId: me });
  allow(['read', 'end'], Credential, { personId: me });
  allow('enrol', Credential, { personId: me, method: ['passphrase', 'totp', 'recovery-code'] });
  allow(['read', 'create', 'revoke'], AccessToken, { personId: me });
}

function rulesOfAdministrator(me: Uuid, { allow, forbid }: Rules): void {
  allow(['read', 'list', 'suspend', 'readmit'], Person);
  allow('add', Person, { fictional: false });
  forbid(['suspend', 'readmit'], Person, { id: me });
  allow('read', Membership);
  allow('end', Membership, { role: NOT_OF_A_GROUP });
  allow('grant', Membership, { role: ORDINARY });
  allow('grant as second', Membership, { role: PRIVILEGED });
  forbid(['grant', 'grant as second'], Membership, { personId: me });
  allow('read', Credential);
  allow('invite', Credential, { method: 'joining-code' });
  allow('remove', Credential, { method: ['totp', 'recovery-code', 'joining-code'] });
  forbid(['invite', 'remove'], Credential, { personId: me });
  allow('read', AccountRequest);
  allow('ask', AccountRequest, { askedBy: me });
  forbid('ask', AccountRequest, { personId: me });
  allow(['countersign', 'refuse', 'withdraw'], AccountRequest);
  forbid(['countersign', 'refuse'], AccountRequest, { askedBy: me });
  forbid(['countersign', 'refuse'], AccountRequest, { personId: me });
  forbid('withdraw', AccountRequest, { personId: me });
}
