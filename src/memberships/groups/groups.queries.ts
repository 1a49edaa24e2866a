import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Person } from '../../identity/people/person.entity.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { column, columns, orNull, select, sql, type RowOf } from '../../platform/database/selection.js';
import { GroupContact } from './telling/group-contact.entity.js';
import { GroupNotice } from './telling/group-notice.entity.js';
import { GroupRequest } from './group-request.entity.js';

const MOST_SHOWN = 100;

/** What everybody may know of a group's voice. */
export type GroupVoice = RowOf<typeof VOICE>;

/** Somebody who speaks for one's own group. */
export type GroupMember = RowOf<typeof MEMBER>;

/** A proposal in one's own group that nobody has decided. */
export type OpenGroupRequest = RowOf<typeof REQUEST>;

/** Whom a group named to be told. */
export type ContactView = RowOf<typeof CONTACT>;

/** That a group was told of something. */
export type GroupNoticeView = RowOf<typeof NOTICE>;

/** Every SELECT about who speaks for user-led groups. */
@Injectable()
export class GroupsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One user-led group by key; null when there is none. */
  async one(actor: Actor, key: string): Promise<GroupVoice | null> {
    const from = `${VOICES} WHERE o.key = lower($1) AND o.type = 'USER_LED_GROUP'`;
    return this.database.row(scopeOf(actor), VOICE.from(from, [key]));
  }

  /** The groups for which this person speaks, by name. */
  async own(actor: Actor): Promise<readonly GroupVoice[]> {
    const from = `${VOICES} WHERE o.id = ANY ($1::uuid[]) ORDER BY lower(o.name)`;
    return this.database.rows(scopeOf(actor), VOICE.from(from, [actor.organisationsAs('USER_GROUP_MEMBER')]));
  }

  /** Those who speak for a group of this person, the first to be let in first. */
  async members(actor: Actor, groupId: Uuid): Promise<readonly GroupMember[]> {
    return this.database.rows(scopeOf(actor), membersOf(groupId));
  }

  /** The oldest hundred proposals in a group of this person that nobody has decided. */
  async requests(actor: Actor, groupId: Uuid): Promise<readonly OpenGroupRequest[]> {
    const permitted = this.access.where(actor, 'read', GroupRequest, { alias: 'r', after: 2 });
    const from = `${REQUESTS} WHERE r.organisation_id = $1 AND r.outcome IS NULL AND ${permitted.text} ORDER BY r.id LIMIT $2`;
    const values = [groupId, MOST_SHOWN, ...permitted.values];
    return this.database.rows(scopeOf(actor), REQUEST.from(from, values));
  }

  /** Finds one proposal, for looking inside a transaction. */
  request(actor: Actor, id: Uuid): SqlStatement<OpenGroupRequest> {
    const permitted = this.access.where(actor, 'read', GroupRequest, { alias: 'r', after: 1 });
    return REQUEST.from(`${REQUESTS} WHERE r.id = $1 AND ${permitted.text}`, [id, ...permitted.values]);
  }

  /** Whom a group named to be told, for the group and administrators; nobody for everybody else. */
  async contacts(actor: Actor, groupId: Uuid): Promise<readonly ContactView[]> {
    if (!this.access.can(actor, 'read', GroupContact)) return [];
    const permitted = this.access.where(actor, 'read', GroupContact, { alias: 'c', after: 1 });
    const from = `memberships.group_contact c WHERE c.organisation_id = $1 AND c.ended_on IS NULL AND ${permitted.text} ORDER BY c.id`;
    return this.database.rows(scopeOf(actor), CONTACT.from(from, [groupId, ...permitted.values]));
  }

  /** The newest hundred things that a group was told of. */
  async notices(actor: Actor, groupId: Uuid): Promise<readonly GroupNoticeView[]> {
    const from = 'memberships.group_notice n WHERE n.organisation_id = $1 ORDER BY n.id DESC LIMIT $2';
    return this.database.rows(scopeOf(actor), NOTICE.from(from, [groupId, MOST_SHOWN]));
  }
}

/** Finds those who speak for a group, for looking inside a transaction. */
export function membersOf(groupId: Uuid): SqlStatement<GroupMember> {
  return MEMBER.from(
    `identity.membership m LEFT JOIN memberships.known_to_groups() p ON p.person_id = m.person_id
      WHERE m.organisation_id = $1 AND m.role = 'USER_GROUP_MEMBER' AND m.ended_on IS NULL ORDER BY m.granted_on, m.id`,
    [groupId],
  );
}

/** Finds a group by its id, for looking inside a transaction. */
export function voiceOf(id: Uuid): SqlStatement<GroupVoice> {
  return VOICE.from(`${VOICES} WHERE o.id = $1`, [id]);
}

/** Finds whose account has an address, for a member who proposes them; for looking inside a transaction. */
export function personAt(address: string): SqlStatement<RowOf<typeof FOUND>> {
  return FOUND.within((list) => `SELECT ${list}`, [address]);
}

const VOICES = 'organisations.organisation o CROSS JOIN LATERAL memberships.voice(o.id) v';

const VOICE = select({
  ...columns(Organisation, 'o', 'id', 'key', 'name', 'fictional'),
  speaks: sql<boolean>('v.speaks'),
  contactSince: sql<string | null>('v.contact_since::text'),
  endedOn: sql<string | null>('v.ended_on::text'),
});

const MEMBER = select({
  membershipId: column(Membership, 'm', 'id'),
  ...columns(Membership, 'm', 'personId', 'grantedOn'),
  ...orNull(columns(Person, 'p', 'name')),
});

const REQUESTS = `memberships.group_request r
  JOIN memberships.known_to_groups() a ON a.person_id = r.asked_by
  LEFT JOIN memberships.known_to_groups() p ON p.person_id = r.person_id`;

const REQUEST = select({
  ...columns(GroupRequest, 'r', 'id', 'organisationId', 'asks', 'personId', 'reason', 'askedBy', 'askedOn'),
  askedByName: column(Person, 'a', 'name'),
  ...orNull({ personName: column(Person, 'p', 'name') }),
});

const CONTACT = select(columns(GroupContact, 'c', 'id', 'address', 'givenHow', 'recordedOn'));

const NOTICE = select(columns(GroupNotice, 'n', 'id', 'about', 'noticedOn'));

const FOUND = select({ personId: sql<Uuid | null>('memberships.person_at($1)') });
