import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { normalAddress } from '../../identity/people/person.entity.js';
import { everySessionEndedOf } from '../../identity/sessions/sessions.js';
import { Clock } from '../../kernel/clock.js';
import { isId, newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, running, type Act, type Look } from '../../ledger/act.js';
import { Ledger, type Transaction } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { newMembership } from '../new-membership.js';
import { noticeTo, roleEnded, roleGranted } from '../notices.js';
import { whyNotHeld } from './able-to-hold.js';
import { tellingGroup } from './telling/group-notices.js';
import { GroupRequest } from './group-request.entity.js';
import { voiceOf, GroupsQueries, membersOf, personAt, type OpenGroupRequest } from './groups.queries.js';

/** What a member proposes: somebody by their address, somebody's part to end, or the end of the group. */
export type ProposedInGroup = { readonly reason: string } & (
  | { readonly asks: 'add-member'; readonly address: string }
  | { readonly asks: 'end-member'; readonly membershipId: Uuid }
  | { readonly asks: 'end-group' }
);

/** Whether what was proposed is done, because nobody else speaks for the group, or waits for another member. */
export interface Proposed {
  readonly requestId: Uuid;
  readonly done: boolean;
}

/** What members of a user-led group do about who speaks for it. Two of them agree, where there are two. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: GroupsQueries,
    private readonly clock: Clock,
  ) {}

  /** Proposes, and does it at once in a group of one; tells the other members that something waits. */
  async propose(actor: Actor, groupId: Uuid, proposal: ProposedInGroup): Promise<Proposed> {
    return this.ledger.decide(actor, async (transaction) => {
      const { look, perform } = transaction;
      const members = await look(membersOf(groupId));
      const request = made(GroupRequest, {
        ...{ id: newId(), organisationId: groupId, asks: proposal.asks, reason: proposal.reason },
        personId: await this.whomOf(look, groupId, proposal),
        ...{ askedBy: personIdOf(actor), askedOn: this.clock.today() },
        ...{ outcome: null, decidedBy: null, decidedOn: null },
      });
      const others = members.filter(({ personId }) => personId !== actor.personId);
      await perform(
        adding('ask', GroupRequest, request),
        ...others.map(({ personId }) => running(noticeTo(personId, WAITS))),
      );
      if (others.length === 0) await this.agreeIn(transaction, actor, request.id);
      return { requestId: request.id, done: others.length === 0 };
    });
  }

  /** Agrees as another member, and does what was proposed in the same transaction. */
  async agree(actor: Actor, requestId: string): Promise<void> {
    if (!isId(requestId)) throw new NotFound();
    await this.ledger.decide(actor, (transaction) => this.agreeIn(transaction, actor, requestId));
  }

  /** Disagrees, as another member. */
  async refuse(actor: Actor, requestId: Uuid): Promise<void> {
    const change = (asked: GroupRequest): void => asked.refuse(personIdOf(actor), this.clock.today());
    await this.ledger.perform(actor, changing('refuse', GroupRequest, requestId, { change }));
  }

  /** Takes back one's own proposal. */
  async withdraw(actor: Actor, requestId: Uuid): Promise<void> {
    const change = (asked: GroupRequest): void => asked.withdraw(personIdOf(actor), this.clock.today());
    await this.ledger.perform(actor, changing('withdraw', GroupRequest, requestId, { change }));
  }

  /** Stops speaking for a group. What was said stays the group's, also when nobody is left to speak for it. */
  async leave(actor: Actor, groupId: Uuid): Promise<void> {
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const me = personIdOf(actor);
      const [group] = await look(voiceOf(groupId));
      const mine = (await look(membersOf(groupId))).find(({ personId }) => personId === me);
      if (!group || !mine) throw new NotFound();
      const day = this.clock.today();
      const change = (membership: Membership): void => membership.end(day);
      await perform(
        ...tellingGroup({
          ...{ organisationId: groupId, groupName: group.name, about: 'member-left' },
          ...{ personId: me, who: mine.name ?? '', day },
        }),
        changing('leave', Membership, mine.membershipId, { change }),
        running(everySessionEndedOf(me)),
        running(noticeTo(me, roleEnded('USER_GROUP_MEMBER'))),
      );
    });
  }

  private async whomOf(look: Look, groupId: Uuid, proposal: ProposedInGroup): Promise<Uuid | null> {
    if (proposal.asks === 'end-group') return null;
    if (proposal.asks === 'end-member') {
      const members = await look(membersOf(groupId));
      const named = members.find(({ membershipId }) => membershipId === proposal.membershipId);
      if (!named) throw new NotFound();
      return named.personId;
    }
    const [found] = await look(personAt(normalAddress(proposal.address)));
    if (!found?.personId)
      throw new Unprocessable([
        {
          field: 'address',
          text: 'Nobody has an account with this address. Ask whoever runs this service to open one first: their phone and post stand under Privacy',
        },
      ]);
    const why = await this.whyNoMember(look, groupId, found.personId);
    if (why !== null) throw new Unprocessable([{ field: 'address', text: why }]);
    return found.personId;
  }

  private async whyNoMember(look: Look, organisationId: Uuid, personId: Uuid): Promise<string | null> {
    const held = { role: 'USER_GROUP_MEMBER', organisationId } as const;
    const why = await whyNotHeld(look, { ...held, personId, day: this.clock.today() });
    return why === null ? null : `They cannot speak for the group, because ${why}`;
  }

  private async agreeIn({ look, perform }: Transaction, actor: Actor, requestId: Uuid): Promise<void> {
    const [request] = await look(this.queries.request(actor, requestId));
    if (!request) throw new NotFound();
    const members = await look(membersOf(request.organisationId));
    const change = (asked: GroupRequest): void =>
      asked.agree(personIdOf(actor), this.clock.today(), members.length);
    await perform(changing('agree', GroupRequest, requestId, { change }));
    await perform(...(await this.consequenceOf(look, request)));
  }

  private async consequenceOf(look: Look, request: OpenGroupRequest): Promise<Act[]> {
    const { organisationId, asks, personId } = request;
    const day = this.clock.today();
    const [group] = await look(voiceOf(organisationId));
    if (!group) throw new NotFound();
    const about = { organisationId, groupName: group.name, personId, who: request.personName ?? '', day };
    if (asks === 'add-member' && personId !== null) {
      const held = { role: 'USER_GROUP_MEMBER', organisationId } as const;
      const why = await this.whyNoMember(look, organisationId, personId);
      if (why !== null) throw new OutOfTurn(why);
      return [
        ...tellingGroup({ ...about, about: 'member-added' }),
        adding('take in', Membership, newMembership(personId, held, day)),
        running(everySessionEndedOf(personId)),
        running(noticeTo(personId, roleGranted('USER_GROUP_MEMBER'))),
      ];
    }
    const members = await look(membersOf(organisationId));
    const ending = members.filter((member) => asks === 'end-group' || member.personId === personId);
    return [
      ...tellingGroup({ ...about, about: asks === 'end-group' ? 'group-ended' : 'member-ended' }),
      ...ending.flatMap((member) => endedForGroup(member, day)),
    ];
  }
}

function endedForGroup(member: { readonly membershipId: Uuid; readonly personId: Uuid }, day: string): Act[] {
  const change = (membership: Membership): void => membership.end(day);
  return [
    changing('end for the group', Membership, member.membershipId, { change }),
    running(everySessionEndedOf(member.personId)),
    running(noticeTo(member.personId, roleEnded('USER_GROUP_MEMBER'))),
  ];
}

const WAITS = {
  subject: 'A proposal in your group waits for you',
  body: 'Another member of your group proposes something about who speaks for it. Sign in and look under Your group to agree or refuse.',
};
