import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Person } from '../../identity/people/person.entity.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { column, columns, orNull, select, type RowOf } from '../../platform/database/selection.js';
import { AccountRequest } from './account-request.entity.js';

const MOST_SHOWN = 100;

/** An open request as administrators see it. */
export type AccountRequestView = RowOf<typeof REQUEST>;

/** Open requests, and whether there are more than these. */
export interface OpenRequests {
  readonly requests: readonly AccountRequestView[];
  readonly areMore: boolean;
}

/** Every SELECT about requests that need two administrators. */
@Injectable()
export class AccountRequestsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The oldest hundred requests that nobody has decided; about one person when given. */
  async open(actor: Actor, personId: Uuid | null = null): Promise<OpenRequests> {
    const permitted = this.access.where(actor, 'read', AccountRequest, { alias: 'r', after: 2 });
    const from = `${JOINED}
      WHERE r.outcome IS NULL AND ($1::uuid IS NULL OR r.person_id = $1) AND ${permitted.text}
      ORDER BY r.id LIMIT $2`;
    const values = [personId, MOST_SHOWN + 1, ...permitted.values];
    const rows = await this.database.rows(scopeOf(actor), REQUEST.from(from, values));
    return { requests: rows.slice(0, MOST_SHOWN), areMore: rows.length > MOST_SHOWN };
  }

  /** One request, decided or not; null when there is none to see. */
  async one(actor: Actor, id: string): Promise<AccountRequestView | null> {
    return isId(id) ? this.database.row(scopeOf(actor), this.found(actor, id)) : null;
  }

  /** Finds one request, for looking inside a transaction. */
  found(actor: Actor, id: Uuid): SqlStatement<AccountRequestView> {
    const permitted = this.access.where(actor, 'read', AccountRequest, { alias: 'r', after: 1 });
    return REQUEST.from(`${JOINED} WHERE r.id = $1 AND ${permitted.text}`, [id, ...permitted.values]);
  }

  /** Finds the administrators besides the actor, who can countersign; for looking inside a transaction. */
  otherAdministrators(actor: Actor): SqlStatement<RowOf<typeof PERSON>> {
    const from = `(SELECT DISTINCT p.id FROM identity.membership m JOIN identity.person p ON p.id = m.person_id
      WHERE m.role = 'ADMIN' AND m.ended_on IS NULL AND p.suspended_on IS NULL AND p.id <> $1) p`;
    return PERSON.from(from, [actor.personId]);
  }
}

const REQUEST = select({
  ...columns(AccountRequest, 'r', 'id', 'personId', 'asks', 'role', 'organisationId', 'reason'),
  ...columns(AccountRequest, 'r', 'askedBy', 'askedOn'),
  personName: column(Person, 'p', 'name'),
  askedByName: column(Person, 'a', 'name'),
  ...orNull({ organisationName: column(Organisation, 'o', 'name') }),
});

const PERSON = select(columns(Person, 'p', 'id'));

const JOINED = `memberships.account_request r
  JOIN identity.person p ON p.id = r.person_id
  JOIN identity.person a ON a.id = r.asked_by
  LEFT JOIN organisations.organisation o ON o.id = r.organisation_id`;
