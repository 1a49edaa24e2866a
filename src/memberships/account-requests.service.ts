import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Membership } from '../identity/membership.entity.js';
import type { Role } from '../identity/roles.js';
import { everySessionEndedOf } from '../identity/sessions.js';
import { Clock } from '../kernel/clock.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { londonDay } from '../kernel/london-day.js';
import { NotFound, Unprocessable } from '../kernel/refusal.js';
import { adding, changing, enclosing, type Act } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { AccountRequest, type Asked } from './account-request.entity.js';
import { AccountRequestsQueries, type RequestView } from './account-requests.queries.js';
import { newMembership } from './new-membership.js';
import { NOTICES, roleGranted, telling } from './notices.js';
import { ownId } from './own-id.js';
import { WaysBack } from './ways-back.js';

/** What one administrator asks another to countersign, and why. */
export interface Asking {
  readonly personId: Uuid;
  readonly asks: Asked;
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
    private readonly waysBack: WaysBack,
    private readonly clock: Clock,
  ) {}

  /** Asks, and tells every other administrator that something waits. */
  async ask(actor: Actor, { personId, asks, reason, role, organisationId }: Asking): Promise<Uuid> {
    if (reason.trim() === '')
      throw new Unprocessable([
        { field: 'reason', text: 'Enter why, for the administrator who countersigns' },
      ]);
    const request = Object.assign(new AccountRequest(), {
      ...{ id: newId(), personId, asks, role: role ?? null, organisationId: organisationId ?? null, reason },
      ...{ askedBy: ownId(actor), askedOn: this.today(), outcome: null, decidedBy: null, decidedOn: null },
    });
    const others = await this.requests.otherAdministrators(actor);
    await this.ledger.perform(
      actor,
      adding('ask', AccountRequest, request),
      ...others.map((id) => enclosing(telling(id, NOTICES.countersignatureWanted))),
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
    const change = (asked: AccountRequest): void => asked.countersign(ownId(actor), this.today());
    await this.ledger.perform(actor, changing('countersign', AccountRequest, requestId, { change }), ...acts);
    return { joiningCode };
  }

  /** Disagrees, as another administrator. */
  async refuse(actor: Actor, requestId: Uuid): Promise<void> {
    const change = (asked: AccountRequest): void => asked.refuse(ownId(actor), this.today());
    await this.ledger.perform(actor, changing('refuse', AccountRequest, requestId, { change }));
  }

  /** Takes back one's own request. */
  async withdraw(actor: Actor, requestId: Uuid): Promise<void> {
    const change = (asked: AccountRequest): void => asked.withdraw(ownId(actor), this.today());
    await this.ledger.perform(actor, changing('withdraw', AccountRequest, requestId, { change }));
  }

  private async consequenceOf(actor: Actor, request: RequestView): Promise<Consequence> {
    const { personId, asks, role, organisationId } = request;
    if (asks === 'grant-role' && role !== null) {
      const membership = newMembership(personId, { role, organisationId }, this.today());
      const acts = [
        adding('grant as second', Membership, membership),
        enclosing(everySessionEndedOf(personId)),
        enclosing(telling(personId, roleGranted(role))),
      ];
      return { acts, joiningCode: null };
    }
    if (asks === 'remove-generator') {
      const removing = await this.waysBack.removingGenerator(actor, personId);
      return {
        acts: [...removing, enclosing(telling(personId, NOTICES.generatorRemoved))],
        joiningCode: null,
      };
    }
    const { acts, joiningCode } = await this.waysBack.inviting(actor, personId);
    return { acts: [...acts, enclosing(telling(personId, NOTICES.joiningCodeMade))], joiningCode };
  }

  private today(): string {
    return londonDay(this.clock.now());
  }
}
