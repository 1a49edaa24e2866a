import { Injectable } from '@nestjs/common';
import type { Actor, HeldRole } from '../../identity/actor.js';
import { Credential } from '../../identity/people/credential.entity.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { normalAddress, Person } from '../../identity/people/person.entity.js';
import { ROLES } from '../../identity/roles.js';
import { everySessionEndedOf } from '../../identity/sessions/sessions.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, changing, running, type Act, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { AccountRequestsService } from '../countersigning/account-requests.service.js';
import { lettingInFirst } from '../groups/first-member.js';
import { tellingTheirGroups } from '../groups/telling/group-notices.js';
import { endedBy } from './ending.js';
import { membershipOf, personNamed, suspensionOf } from './people.queries.js';
import { keepingPostsFilled } from './posts-filled.js';
import { newMembership } from '../new-membership.js';
import { NOTICES, roleEnded, roleGranted, noticeTo } from '../notices.js';
import { AccountRecovery } from '../account-recovery.js';
import { NewCredentials } from '../new-credentials.js';

/** Somebody to be added. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
}

/** A role to be given, and why: a second administrator who must agree reads it, and what the operator says is recorded. */
export interface Grant extends HeldRole {
  readonly personId: Uuid;
  readonly reason: string;
}

/** Either the role was given, or another administrator is now asked to countersign. */
export type Granted = { readonly membershipId: Uuid } | { readonly requestId: Uuid };

/** What is done to other people's accounts. Privileged roles need two administrators, or the operator. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly ledger: Ledger,
    private readonly requests: AccountRequestsService,
    private readonly newCredentials: NewCredentials,
    private readonly recovery: AccountRecovery,
    private readonly clock: Clock,
  ) {}

  /** Adds a person, with roles the actor may give alone, and makes the joining code they choose a passphrase with. */
  async add(
    actor: Actor,
    { name, email }: NewPerson,
    roles: readonly HeldRole[] = [],
  ): Promise<{ personId: Uuid; joiningCode: string }> {
    const person = made(Person, {
      id: newId(),
      name: name.trim(),
      email: normalAddress(email),
      fictional: false,
      suspendedOn: null,
    });
    const { code, credential } = this.newCredentials.joiningCode(person.id);
    const day = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await perform(adding('add', Person, person), adding('invite', Credential, credential));
      for (const held of roles) {
        const membership = newMembership(person.id, held, day);
        const told = await lettingInFirst(look, { ...held, personId: person.id, who: person.name, day });
        await perform(...told, adding('grant', Membership, membership));
      }
    });
    return { personId: person.id, joiningCode: code };
  }

  /** Gives a role, or asks another administrator to when it is privileged. All sessions of the person end. */
  async grant(actor: Actor, grant: Grant): Promise<Granted> {
    const membership = newMembership(grant.personId, grant, this.clock.today());
    if (ROLES[grant.role].privileged && actor.standing !== 'operator')
      return { requestId: await this.requests.ask(actor, { asks: 'grant-role', ...grant }) };
    await this.give(actor, membership, actor.standing === 'operator' ? grant.reason || null : null);
    return { membershipId: membership.id };
  }

  /** Lets in the first who speaks for a user-led group; those whom the group named are told. */
  async letIn(
    actor: Actor,
    { personId, organisationId }: { readonly personId: Uuid; readonly organisationId: Uuid },
  ): Promise<{ membershipId: Uuid }> {
    const held = { role: 'USER_GROUP_MEMBER', organisationId } as const;
    const membership = newMembership(personId, held, this.clock.today());
    await this.give(actor, membership, null);
    return { membershipId: membership.id };
  }

  /** Takes a role away at once, and ends all sessions of the person. */
  async end(actor: Actor, membershipId: Uuid, reason: string | null = null): Promise<void> {
    const change = (membership: Membership): void => membership.end(this.clock.today());
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const [held] = await look(membershipOf(membershipId));
      if (!held) throw new NotFound();
      await perform(
        ...endedBy(actor, held, this.clock.today()),
        changing('end', Membership, membershipId, { change, reason }),
        keepingPostsFilled(actor, { personId: held.personId, endedId: membershipId }),
        running(everySessionEndedOf(held.personId)),
        running(noticeTo(held.personId, roleEnded(held.role))),
      );
    });
  }

  /** Shuts somebody out at once, sessions and tokens included; what they did stays recorded. */
  async suspend(actor: Actor, personId: Uuid): Promise<void> {
    const day = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await perform(
        changing('suspend', Person, personId, { change: (person) => person.suspend(day) }),
        keepingPostsFilled(actor, { personId, endedId: null }),
        ...(await tellingTheirGroups(look, { personId, about: 'suspended', day })),
        running(everySessionEndedOf(personId)),
        running(noticeTo(personId, NOTICES.suspended)),
      );
    });
  }

  /** Lets somebody in again, with the roles they still hold. */
  async readmit(actor: Actor, personId: Uuid): Promise<void> {
    const day = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await perform(
        changing('readmit', Person, personId, { change: (person) => person.readmit() }),
        ...(await tellingTheirGroups(look, { personId, about: 'readmitted', day })),
        running(noticeTo(personId, NOTICES.readmitted)),
      );
    });
  }

  /** Makes a new joining code for somebody who has not joined yet; whoever has joined needs two administrators for it. */
  async inviteAgain(actor: Actor, personId: Uuid): Promise<string> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const { acts, joiningCode } = await this.recovery.inviting(look, { actor, personId });
      await perform(...acts, ...(await this.openedAcross(look, personId)));
      return joiningCode;
    });
  }

  /**
   * Removes the code generator and makes a joining code, for somebody who lost both and has no two administrators to
   * turn to; the operator alone may. The person is told, and signed out everywhere.
   */
  async openAgain(actor: Actor, personId: Uuid, reason: string): Promise<string> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const [person] = await look(suspensionOf(personId));
      if (!person) throw new NotFound();
      if (person.suspendedOn !== null)
        throw new OutOfTurn('This account is suspended. An administrator must readmit its person first.');
      const removed = await this.recovery.removingGenerator(look, { actor, personId, reason });
      const { acts, joiningCode } = await this.recovery.inviting(look, { actor, personId, reason });
      const told = await this.openedAcross(look, personId);
      await perform(...removed, ...acts, ...told, running(noticeTo(personId, NOTICES.openedAgain)));
      return joiningCode;
    });
  }

  private openedAcross(look: Look, personId: Uuid): Promise<Act[]> {
    return tellingTheirGroups(look, { personId, about: 'account-opened', day: this.clock.today() });
  }

  private async give(actor: Actor, membership: Membership, reason: string | null): Promise<void> {
    const { personId, role, organisationId, grantedOn: day } = membership;
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const [person] = await look(personNamed(personId));
      if (!person) throw new NotFound();
      const told = await lettingInFirst(look, { role, organisationId, personId, who: person.name, day });
      await perform(
        ...told,
        adding('grant', Membership, membership, reason),
        running(everySessionEndedOf(personId)),
        running(noticeTo(personId, roleGranted(role))),
      );
    });
  }
}
