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
import { adding, changing, running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { AccountRequestsService } from '../countersigning/account-requests.service.js';
import { membershipOf, suspensionOf } from './people.queries.js';
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
    await this.ledger.perform(
      actor,
      adding('add', Person, person),
      adding('invite', Credential, credential),
      ...roles.map((held) => adding('grant', Membership, newMembership(person.id, held, this.clock.today()))),
    );
    return { personId: person.id, joiningCode: code };
  }

  /** Gives a role, or asks another administrator to when it is privileged. All sessions of the person end. */
  async grant(actor: Actor, grant: Grant): Promise<Granted> {
    const membership = newMembership(grant.personId, grant, this.clock.today());
    if (ROLES[grant.role].privileged && actor.standing !== 'operator')
      return { requestId: await this.requests.ask(actor, { asks: 'grant-role', ...grant }) };
    await this.ledger.perform(
      actor,
      adding('grant', Membership, membership, actor.standing === 'operator' ? grant.reason || null : null),
      running(everySessionEndedOf(grant.personId)),
      running(noticeTo(grant.personId, roleGranted(grant.role))),
    );
    return { membershipId: membership.id };
  }

  /** Takes a role away at once, and ends all sessions of the person. */
  async end(actor: Actor, membershipId: Uuid, reason: string | null = null): Promise<void> {
    const change = (membership: Membership): void => membership.end(this.clock.today());
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const [held] = await look(membershipOf(membershipId));
      if (!held) throw new NotFound();
      await perform(
        changing('end', Membership, membershipId, { change, reason }),
        keepingPostsFilled(actor, { personId: held.personId, endedId: membershipId }),
        running(everySessionEndedOf(held.personId)),
        running(noticeTo(held.personId, roleEnded(held.role))),
      );
    });
  }

  /** Shuts somebody out at once, sessions and tokens included; what they did stays recorded. */
  async suspend(actor: Actor, personId: Uuid): Promise<void> {
    await this.ledger.perform(
      actor,
      changing('suspend', Person, personId, { change: (person) => person.suspend(this.clock.today()) }),
      keepingPostsFilled(actor, { personId, endedId: null }),
      running(everySessionEndedOf(personId)),
      running(noticeTo(personId, NOTICES.suspended)),
    );
  }

  /** Lets somebody in again, with the roles they still hold. */
  async readmit(actor: Actor, personId: Uuid): Promise<void> {
    await this.ledger.perform(
      actor,
      changing('readmit', Person, personId, { change: (person) => person.readmit() }),
      running(noticeTo(personId, NOTICES.readmitted)),
    );
  }

  /** Makes a new joining code for somebody who has not joined yet; whoever has joined needs two administrators for it. */
  async inviteAgain(actor: Actor, personId: Uuid): Promise<string> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const { acts, joiningCode } = await this.recovery.inviting(look, { actor, personId });
      await perform(...acts);
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
      await perform(...removed, ...acts, running(noticeTo(personId, NOTICES.openedAgain)));
      return joiningCode;
    });
  }
}
