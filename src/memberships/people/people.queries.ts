import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { normalAddress, Person } from '../../identity/people/person.entity.js';
import type { CredentialMethod } from '../../identity/people/credential.entity.js';
import { Membership } from '../../identity/people/membership.entity.js';
import type { Role } from '../../identity/roles.js';
import { STANDS_STILL_WITHOUT } from './posts-filled.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { holdsWords, wordsTyped } from '../../platform/database/searching.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  jsonList,
  orNull,
  select,
  sql,
  type Column,
  type RowOf,
} from '../../platform/database/selection.js';

/** One person, as those who keep people see them. */
export type PersonView = RowOf<typeof PERSON>;

/** One role that a person holds, as it is shown. */
export type RoleView = PersonView['roles'][number];

/** One role of somebody, with their name and that of its organisation. */
export type RoleHeld = RowOf<typeof MEMBERSHIP>;

/** Finds whose a role is and which one, for looking inside a transaction. */
export function membershipOf(id: Uuid): SqlStatement<RoleHeld> {
  return MEMBERSHIP.from(
    `identity.membership m LEFT JOIN identity.person p ON p.id = m.person_id
      LEFT JOIN organisations.organisation o ON o.id = m.organisation_id WHERE m.id = $1`,
    [id],
  );
}

/** Finds the name of a person, for looking inside a transaction. */
export function personNamed(personId: Uuid): SqlStatement<RowOf<typeof NAME>> {
  return NAME.from('identity.person p WHERE p.id = $1', [personId]);
}

/** Finds whether an account is suspended, for looking inside a transaction. */
export function suspensionOf(personId: Uuid): SqlStatement<RowOf<typeof SUSPENSION>> {
  return SUSPENSION.from('identity.person p WHERE p.id = $1', [personId]);
}

/** Every SELECT about people. What the actor may not see of somebody, such as how they sign in, is simply not there. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of people by name; `q` holds words of a name or address. */
  async list(actor: Actor, q: string | null, request: PageRequest): Promise<ListPage<PersonView>> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 4 });
    const from = `identity.person p
      WHERE ${holdsWords('p.searched', '$1')}
        AND ($2::text IS NULL OR (lower(p.name), p.id) > ($2, $3::uuid)) AND ${permitted.text}
      ORDER BY lower(p.name), p.id LIMIT $4`;
    const { after, limit } = request;
    const asked = [wordsTyped(q), after?.sort ?? null, after?.id ?? null];
    const page = LISTED.from(from, [...asked, limit + 1, ...permitted.values], true);
    const rows = await this.database.rows(scopeOf(actor), page);
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

  /** True when a post without which the service stands still is held by nobody who could act in it. */
  async isLeftEmpty(actor: Actor, role: Role): Promise<boolean> {
    if (!STANDS_STILL_WITHOUT.has(role)) return false;
    const held = await this.database.row(
      scopeOf(actor),
      HOLDER.from(
        `identity.membership m JOIN identity.person p ON p.id = m.person_id
         WHERE m.role = $1 AND m.ended_on IS NULL AND p.suspended_on IS NULL LIMIT 1`,
        [role],
      ),
    );
    return held === null;
  }

  private async where(actor: Actor, condition: string, value: string): Promise<PersonView | null> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 1 });
    const from = `identity.person p WHERE ${condition} AND ${permitted.text}`;
    return this.database.row(scopeOf(actor), PERSON.from(from, [value, ...permitted.values]));
  }
}

const PERSON = select({
  ...columns(Person, 'p', 'id', 'name', 'email', 'fictional', 'suspendedOn'),
  /** False until they have chosen a passphrase with their joining code. */
  joined: hasCredential('passphrase'),
  hasGenerator: hasCredential('totp'),
  roles: jsonList(
    {
      membershipId: column(Membership, 'm', 'id'),
      ...columns(Membership, 'm', 'role', 'organisationId', 'grantedOn'),
      ...orNull({ organisationName: column(Organisation, 'o', 'name') }),
    },
    `identity.membership m LEFT JOIN organisations.organisation o ON o.id = m.organisation_id
     WHERE m.person_id = p.id AND m.ended_on IS NULL`,
    'm.granted_on, m.id',
  ),
});

const LISTED = PERSON.and({ sort: sql<string>('lower(p.name)') });

const SUSPENSION = select(columns(Person, 'p', 'suspendedOn'));

const NAME = select(columns(Person, 'p', 'name'));

const MEMBERSHIP = select({
  ...columns(Membership, 'm', 'personId', 'role', 'organisationId'),
  ...orNull({ organisationName: column(Organisation, 'o', 'name'), personName: column(Person, 'p', 'name') }),
});

const HOLDER = select(columns(Membership, 'm', 'personId'));

function hasCredential(method: CredentialMethod): Column<boolean> {
  return sql(`EXISTS (SELECT FROM identity.credential c
    WHERE c.person_id = p.id AND c.method = '${method}' AND c.ended_on IS NULL)`);
}
