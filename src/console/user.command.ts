import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR, type HeldRole } from '../identity/actor.js';
import { isRole, ROLE_CODES, ROLES } from '../identity/roles.js';
import { NotFound, Unprocessable } from '../kernel/refusal.js';
import { AddPerson, ReopenAccount } from '../memberships/people/people.forms.js';
import { PeopleQueries, type PersonView } from '../memberships/people/people.queries.js';
import { PeopleService } from '../memberships/people/people.service.js';
import { OrganisationsQueries } from '../organisations/organisations.queries.js';
import { succeeded, type CommandResult } from './command-result.js';
import { withCandour } from './candour-context.js';
import { readInput } from './read-input.js';

/** Who is to be added. */
export interface UserToAdd {
  readonly name: string;
  readonly email: string;
  readonly role?: string;
  readonly organisation?: string;
}

/** What is to change about a person's roles; either a role to grant or one to end. */
export interface RoleToChange {
  readonly grant?: string;
  readonly end?: string;
  readonly organisation?: string;
  readonly reason: string;
}

/** Why an account is opened again. */
export interface AccountToReopen {
  readonly reason: string;
}

/** `candour user add`: adds a person and prints the joining code with which they choose a passphrase. */
export function userAddCommand(options: UserToAdd): Promise<CommandResult> {
  return withCandour(async (candour) => {
    const newcomer = readInput(AddPerson, { name: options.name, email: options.email });
    const roles =
      options.role === undefined ? [] : [await heldRole(candour, options.role, options.organisation)];
    const { personId, joiningCode } = await candour.get(PeopleService).add(OPERATOR, newcomer, roles);
    const lines = [
      `Added ${newcomer.name}. Tell them, in a safe way, to open /join with this code within seven days:`,
      `  ${joiningCode}`,
    ];
    return succeeded(lines, { personId, joiningCode });
  });
}

/** `candour user role`: grants a role to a person, or ends one, alone; every session of theirs ends with it. */
export function userRoleCommand(email: string, options: RoleToChange): Promise<CommandResult> {
  return withCandour(async (candour) => {
    if ((options.grant === undefined) === (options.end === undefined))
      throw new Unprocessable([], 'Say either --grant ROLE or --end ROLE.');
    const person = await personOf(candour, email);
    if (options.grant !== undefined) {
      const held = await heldRole(candour, options.grant, options.organisation);
      await candour
        .get(PeopleService)
        .grant(OPERATOR, { ...held, personId: person.id, reason: options.reason });
      return succeeded([`${email} is now ${ROLES[held.role].label}.`], {
        personId: person.id,
        granted: held.role,
      });
    }
    const { role, organisationId } = await heldRole(candour, options.end ?? '', options.organisation);
    const held = person.roles.find((each) => each.role === role && each.organisationId === organisationId);
    if (!held) throw new NotFound(`${email} does not hold this role.`);
    await candour.get(PeopleService).end(OPERATOR, held.membershipId, options.reason);
    const leftEmpty = await candour.get(PeopleQueries).isLeftEmpty(OPERATOR, role);
    const lines = [`${email} is no longer ${ROLES[role].label}.`];
    if (leftEmpty)
      lines.push(
        `Nobody is ${ROLES[role].label} any more, and what that is for stands still. Make somebody: candour user role ADDRESS --grant ${role}`,
      );
    return succeeded(lines, { personId: person.id, ended: role, leftEmpty });
  });
}

/** `candour user reopen`: opens the account of somebody who lost the phone and has no second administrator to turn to. */
export function userReopenCommand(email: string, options: AccountToReopen): Promise<CommandResult> {
  return withCandour(async (candour) => {
    const { reason } = readInput(ReopenAccount, options);
    const { id: personId, name } = await personOf(candour, email);
    const joiningCode = await candour.get(PeopleService).openAgain(OPERATOR, personId, reason);
    const lines = [
      `The account of ${name} is open again, without the code generator it had, and signed out everywhere.`,
      'Tell them, in a safe way, to open /join with this code within seven days:',
      `  ${joiningCode}`,
    ];
    return succeeded(lines, { personId, joiningCode });
  });
}

/** The person with this address. @throws NotFound when nobody has it. */
export async function personOf(candour: INestApplicationContext, email: string): Promise<PersonView> {
  const person = await candour.get(PeopleQueries).byEmail(OPERATOR, email);
  if (!person) throw new NotFound(`Nobody has the address ${email}. Add them with candour user add.`);
  return person;
}

async function heldRole(candour: INestApplicationContext, role: string, named?: string): Promise<HeldRole> {
  if (!isRole(role))
    throw new Unprocessable([], `There is no role ${role}. The roles are: ${ROLE_CODES.join(', ')}.`);
  if (!ROLES[role].ofOrganisation) return { role, organisationId: null };
  if (named === undefined)
    throw new Unprocessable(
      [],
      `${role} is held for an organisation. Name it with --organisation and its ODS code or key.`,
    );
  const organisation = await candour.get(OrganisationsQueries).one(OPERATOR, named);
  if (!organisation) throw new NotFound(`The register holds no organisation ${named}.`);
  return { role, organisationId: organisation.id };
}
