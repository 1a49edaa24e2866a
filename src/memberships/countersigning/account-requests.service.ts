import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import type { Role } from '../../identity/roles.js';
import { everySessionEndedOf } from '../../identity/sessions/sessions.js';
import { Clock } from '../../kernel/clock.js';
import { isId, newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, running, type Act, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { AccountRequest, type AccountRequestKind } from './account-request.entity.js';
import { AccountRequestsQueries, type AccountRequestView } from './account-requests.queries.js';
import { mustBeAbleToHold } from '../groups/able-to-hold.js';
import { tellingTheirGroups } from '../groups/telling/group-notices.js';
import { newMembership } from '../new-membership.js';
import { NOTICES, noticeTo, roleGranted, type Notice } from '../notices.js';
import { AccountRecovery } from '../account-recovery.js';

/** What one administrator asks another to countersign, and why. */
export interface NewAccountRequest {
  readonly personId: Uuid;
  readonly asks: AccountRequestKind;
  readonly reason: string;
  readonly role?: Role;
  readonly organisationId?: Uuid | null;
}

/** What was countersigned: whose account it is about, and the joining code when one was asked for. */
export interface Countersigned {
  readonly personId: Uuid;
  readonly personName: string;
  readonly joiningCode: string | null;
}

interface Consequence {
  readonly acts: readonly Act[];
  readonly joiningCode: string | null;
}

/** What takes two administrators: the one who asks changes nothing, the one who countersigns does it. */
@Injectable()
export class AccountRequestsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly requests: AccountRequestsQueries,
    private readonly recovery: AccountRecovery,
    private readonly clock: Clock,
  ) {}

  /** Asks, and tells every other administrator that something waits. */
  async ask(
    actor: Actor,
    { personId, asks, reason, role, organisationId }: NewAccountRequest,
  ): Promise<Uuid> {
    if (reason.trim() === '')
      throw new Unprocessable([
        { field: 'reason', text: 'Enter why, for the administrator who countersigns' },
      ]);
    const request = made(AccountRequest, {
      ...{ id: newId(), personId, asks, role: role ?? null, organisationId: organisationId ?? null, reason },
      ...{ askedBy: personIdOf(actor), askedOn: this.clock.today() },
      ...{ outcome: null, decidedBy: null, decidedOn: null },
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      if (role !== undefined)
        await mustBeAbleToHold(look, {
          ...{ personId, role, organisationId: organisationId ?? null, day: request.askedOn },
        });
      const others = await look(this.requests.otherAdministrators(actor));
      await perform(
        adding('ask', AccountRequest, request),
        ...others.map(({ id }) => running(noticeTo(id, NOTICES.countersignatureWanted))),
      );
    });
    return request.id;
  }

  /**
   * Agrees as the second administrator, and does what was asked in the same transaction. The joining code, when one
   * was asked for, is returned once.
   */
  async countersign(actor: Actor, requestId: string): Promise<Countersigned> {
    if (!isId(requestId)) throw new NotFound();
    const change = (asked: AccountRequest): void => asked.countersign(personIdOf(actor), this.clock.today());
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const [request] = await look(this.requests.found(actor, requestId));
      if (!request) throw new NotFound();
      const { acts, joiningCode } = await this.consequenceOf(look, actor, request);
      await perform(changing('countersign', AccountRequest, requestId, { change }), ...acts);
      return { personId: request.personId, personName: request.personName, joiningCode };
    });
  }

  /** Disagrees, as another administrator. */
  async refuse(actor: Actor, requestId: Uuid): Promise<void> {
    const change = (asked: AccountRequest): void => asked.refuse(personIdOf(actor), this.clock.today());
    await this.ledger.perform(actor, changing('refuse', AccountRequest, requestId, { change }));
  }

  /** Takes back one's own request. */
  async withdraw(actor: Actor, requestId: Uuid): Promise<void> {
    const change = (asked: AccountRequest): void => asked.withdraw(personIdOf(actor), this.clock.today());
    await this.ledger.perform(actor, changing('withdraw', AccountRequest, requestId, { change }));
  }

  private async consequenceOf(look: Look, actor: Actor, request: AccountRequestView): Promise<Consequence> {
    const { personId, asks, role, organisationId } = request;
    const telling = (notice: Notice): Act => running(noticeTo(personId, notice));
    const day = this.clock.today();
    if (asks === 'grant-role' && role !== null) {
      await mustBeAbleToHold(look, { personId, role, organisationId, day });
      const membership = newMembership(personId, { role, organisationId }, day);
      const granted = adding('grant as second', Membership, membership);
      const ended = running(everySessionEndedOf(personId));
      return { acts: [granted, ended, telling(roleGranted(role))], joiningCode: null };
    }
    const groups = await tellingTheirGroups(look, { personId, about: 'account-opened', day });
    if (asks === 'remove-generator') {
      const removed = await this.recovery.removingGenerator(look, { actor, personId });
      return { acts: [...removed, ...groups, telling(NOTICES.generatorRemoved)], joiningCode: null };
    }
    const { acts, joiningCode } = await this.recovery.inviting(look, { actor, personId });
    return { acts: [...acts, ...groups, telling(NOTICES.joiningCodeMade)], joiningCode };
  }
}
