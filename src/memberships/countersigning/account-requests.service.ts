import { Injectable } from '@nestjs/common';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import type { Role } from '../../identity/roles.js';
import { everySessionEndedOf } from '../../identity/sessions/sessions.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, running, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { AccountRequest, type AccountRequestKind } from './account-request.entity.js';
import { AccountRequestsQueries, type AccountRequestView } from './account-requests.queries.js';
import { newMembership } from '../new-membership.js';
import { NOTICES, roleGranted, noticeTo } from '../notices.js';
import { AccountRecovery } from '../account-recovery.js';

/** What one administrator asks another to countersign, and why. */
export interface NewAccountRequest {
  readonly personId: Uuid;
  readonly asks: AccountRequestKind;
  readonly reason: string;
  readonly role?: Role;
  readonly organisationId?: Uuid | null;
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
    private readonly waysBack: AccountRecovery,
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
    const request = Object.assign(new AccountRequest(), {
      ...{ id: newId(), personId, asks, role: role ?? null, organisationId: organisationId ?? null, reason },
      ...{
        askedBy: personIdOf(actor),
        askedOn: this.clock.today(),
        outcome: null,
        decidedBy: null,
        decidedOn: null,
      },
    });
    const others = await this.requests.otherAdministrators(actor);
    await this.ledger.perform(
      actor,
      adding('ask', AccountRequest, request),
      ...others.map((id) => running(noticeTo(id, NOTICES.countersignatureWanted))),
    );
    return request.id;
  }

  /**
   * Agrees as the second administrator, and does what was asked in the same transaction. The joining code, when one
   * was asked for, is returned once.
   */
  async countersign(actor: Actor, requestId: Uuid): Promise<{ joiningCode: string | null }> {
    const request = await this.requests.one(actor, requestId);
    if (!request) throw new NotFound();
    const { acts, joiningCode } = await this.consequenceOf(actor, request);
    const change = (asked: AccountRequest): void => asked.countersign(personIdOf(actor), this.clock.today());
    await this.ledger.perform(actor, changing('countersign', AccountRequest, requestId, { change }), ...acts);
    return { joiningCode };
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

  private async consequenceOf(actor: Actor, request: AccountRequestView): Promise<Consequence> {
    const { personId, asks, role, organisationId } = request;
    if (asks === 'grant-role' && role !== null) {
      const membership = newMembership(personId, { role, organisationId }, this.clock.today());
      const acts = [
        adding('grant as second', Membership, membership),
        running(everySessionEndedOf(personId)),
        running(noticeTo(personId, roleGranted(role))),
      ];
      return { acts, joiningCode: null };
    }
    if (asks === 'remove-generator') {
      const removing = await this.waysBack.removingGenerator(actor, personId);
      return {
        acts: [...removing, running(noticeTo(personId, NOTICES.generatorRemoved))],
        joiningCode: null,
      };
    }
    const { acts, joiningCode } = await this.waysBack.inviting(actor, personId);
    return { acts: [...acts, running(noticeTo(personId, NOTICES.joiningCodeMade))], joiningCode };
  }
}
