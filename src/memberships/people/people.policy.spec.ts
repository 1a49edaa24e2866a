import { standIn } from '../../access/stand-in.js';
import { abilityFrom } from '../../access/ability.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Actor, OPERATOR, VISITOR } from '../../identity/actor.js';
import { Credential, type CredentialMethod } from '../../identity/people/credential.entity.js';
import { Person } from '../../identity/people/person.entity.js';
import { ROLE_CODES, ROLES, type Role } from '../../identity/roles.js';
import { newId } from '../../kernel/identifiers.js';
import { AccountRequest } from '../countersigning/account-request.entity.js';
import { peoplePolicy } from './people.policy.js';

const ME = newId();
const SOMEBODY = newId();
const holding = (...roles: readonly Role[]): Actor =>
  new Actor({
    standing: 'person',
    personId: ME,
    heldRoles: roles.map((role) => ({ role, organisationId: null })),
  });
const may = (actor: Actor, verb: string, record: object): boolean =>
  abilityFrom([peoplePolicy], actor).can(verb, record);
const person = (id: string) => standIn(Person, { id, fictional: false });
const membership = (personId: string, role: Role) => standIn(Membership, { personId, role });
const credential = (personId: string, method: CredentialMethod) => standIn(Credential, { personId, method });
const request = (personId: string, askedBy: string) => standIn(AccountRequest, { personId, askedBy });

describe('Who keeps people', () => {
  it.each(ROLE_CODES.filter((role) => role !== 'ADMIN'))('%s grants nothing and opens no account', (role) => {
    const actor = holding(role);
    for (const each of ROLE_CODES)
      for (const verb of ['grant', 'grant as second', 'end'])
        expect(may(actor, verb, membership(SOMEBODY, each))).toBe(false);
    expect(may(actor, 'add', person(SOMEBODY))).toBe(false);
    expect(may(actor, 'invite', credential(SOMEBODY, 'joining-code'))).toBe(false);
    expect(may(actor, 'countersign', request(SOMEBODY, newId()))).toBe(false);
  });

  it.each(ROLE_CODES)('an administrator grants %s alone exactly when it is not privileged', (role) => {
    const { privileged } = ROLES[role];
    expect(may(holding('ADMIN'), 'grant', membership(SOMEBODY, role))).toBe(!privileged);
    expect(may(holding('ADMIN'), 'grant as second', membership(SOMEBODY, role))).toBe(privileged);
    expect(may(OPERATOR, 'grant', membership(SOMEBODY, role))).toBe(true);
  });

  it('no administrator touches their own account as an administrator', () => {
    const me = holding('ADMIN');
    for (const role of ROLE_CODES)
      for (const verb of ['grant', 'grant as second'])
        expect(may(me, verb, membership(ME, role))).toBe(false);
    expect(may(me, 'suspend', person(ME))).toBe(false);
    expect(may(me, 'ask', request(ME, ME))).toBe(false);
    expect(may(me, 'countersign', request(ME, SOMEBODY))).toBe(false);
    expect(may(me, 'remove', credential(ME, 'totp'))).toBe(false);
  });

  it('whoever asked does not countersign', () => {
    expect(may(holding('ADMIN'), 'countersign', request(SOMEBODY, ME))).toBe(false);
    expect(may(holding('ADMIN'), 'countersign', request(SOMEBODY, newId()))).toBe(true);
  });

  it('nobody but its owner chooses a passphrase, and nobody writes joining codes for themselves', () => {
    expect(may(holding(), 'enrol', credential(ME, 'passphrase'))).toBe(true);
    expect(may(holding(), 'enrol', credential(ME, 'joining-code'))).toBe(false);
    expect(may(holding('ADMIN'), 'enrol', credential(SOMEBODY, 'passphrase'))).toBe(false);
    expect(may(holding('ADMIN'), 'invite', credential(SOMEBODY, 'passphrase'))).toBe(false);
  });

  it.each([
    ['a visitor', VISITOR, false],
    ['somebody else', holding('TRUST_SUBMITTER'), false],
    ['an auditor, who reads everything but identities', holding('AUDITOR'), false],
    ['a lead reviewer, who assigns', holding('LEAD_REVIEWER'), true],
    ['an administrator', holding('ADMIN'), true],
    ['the operator, by the policy of operators alone', OPERATOR, false],
  ])('a name is read by: %s', (_who, actor, allowed) => {
    expect(may(actor, 'read', person(SOMEBODY))).toBe(allowed);
  });
});
