import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { normalAddress, Person } from '../../identity/people/person.entity.js';
import type { Role } from '../../identity/roles.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';

/** One role that a person holds, as it is shown. */
export interface RoleView {
  readonly membershipId: Uuid;
  readonly role: Role;
  readonly organisationId: Uuid | null;
  readonly organisationName: string | null;
  readonly grantedOn: string;
}

/** One person, as those who keep people see them. */
export interface PersonView {
  readonly id: Uuid;
  readonly name: string;
  readonly email: string;
  readonly fictional: boolean;
  readonly suspendedOn: string | null;
  /** False until they have chosen a passphrase with their joining code. */
  readonly joined: boolean;
  readonly hasGenerator: boolean;
  readonly roles: readonly RoleView[];
}

/** Every SELECT about people. What the actor may not see of somebody, such as how they sign in, is simply not there. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of people by name; `q` is part of a name or address. */
  async list(actor: Actor, q: string | null, request: PageRequest): Promise<ListPage<PersonView>> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 4 });
    const rows = await this.database.rows<PersonView & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${PERSON}, lower(p.name) AS sort FROM identity.person p
        WHERE ($1::text IS NULL OR p.name ILIKE '%' || $1 || '%' OR p.email ILIKE '%' || $1 || '%')
          AND ($2::text IS NULL OR (lower(p.name), p.id) > ($2, $3::uuid)) AND ${permitted.text}
        ORDER BY lower(p.name), p.id LIMIT $4`,
      values: [
        q === null ? null : q.replace(/[\\%_]/g, '\\$&'),
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One person; null when there is none to see. */
  async byId(actor: Actor, id: string): Promise<PersonView | null> {
    return isId(id) ? this.where(actor, 'p.id = $1', id) : null;
  }

  /** The person of an address; null when there is none to see. */
  async byEmail(actor: Actor, email: string): Promise<PersonView | null> {
    return this.where(actor, 'p.email = $1', normalAddress(email));
  }

  private async where(actor: Actor, condition: string, value: string): Promise<PersonView | null> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 1 });
    return this.database.row<PersonView>(scopeOf(actor), {
      text: `SELECT ${PERSON} FROM identity.person p WHERE ${condition} AND ${permitted.text}`,
      values: [value, ...permitted.values],
    });
  }
}

const PERSON = `p.id, p.name, p.email, p.fictional, p.suspended_on AS "suspendedOn",
  EXISTS (SELECT FROM identity.credential c
    WHERE c.person_id = p.id AND c.method = 'passphrase' AND c.ended_on IS NULL) AS joined,
  EXISTS (SELECT FROM identity.credential c
    WHERE c.person_id = p.id AND c.method = 'totp' AND c.ended_on IS NULL) AS "hasGenerator",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('membershipId', m.id, 'role', m.role, 'organisationId', m.organisation_id,
       'organisationName', o.name, 'grantedOn', m.granted_on) ORDER BY m.granted_on, m.id), '[]')
   FROM identity.membership m LEFT JOIN organisations.organisation o ON o.id = m.organisation_id
   WHERE m.person_id = p.id AND m.ended_on IS NULL) AS roles`;
