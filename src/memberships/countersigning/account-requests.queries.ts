import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Role } from '../../identity/roles.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { AccountRequest, type AccountRequestKind } from './account-request.entity.js';

const MOST_OPEN = 100;

/** An open request as administrators see it. */
export interface AccountRequestView {
  readonly id: Uuid;
  readonly personId: Uuid;
  readonly personName: string;
  readonly asks: AccountRequestKind;
  readonly role: Role | null;
  readonly organisationId: Uuid | null;
  readonly organisationName: string | null;
  readonly reason: string;
  readonly askedBy: Uuid;
  readonly askedByName: string;
  readonly askedOn: string;
}

/** Every SELECT about requests that need two administrators. */
@Injectable()
export class AccountRequestsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The requests that nobody has decided, oldest first; about one person when given. */
  open(actor: Actor, personId: Uuid | null = null): Promise<AccountRequestView[]> {
    const permitted = this.access.where(actor, 'read', AccountRequest, { alias: 'r', after: 2 });
    return this.database.rows<AccountRequestView>(scopeOf(actor), {
      text: `${SELECT} WHERE r.outcome IS NULL AND ($1::uuid IS NULL OR r.person_id = $1) AND ${permitted.text}
        ORDER BY r.id LIMIT $2`,
      values: [personId, MOST_OPEN, ...permitted.values],
    });
  }

  /** One request, decided or not; null when there is none to see. */
  async one(actor: Actor, id: string): Promise<AccountRequestView | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', AccountRequest, { alias: 'r', after: 1 });
    return this.database.row<AccountRequestView>(scopeOf(actor), {
      text: `${SELECT} WHERE r.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }

  /** The administrators besides the actor: those who can countersign. */
  async otherAdministrators(actor: Actor): Promise<Uuid[]> {
    const rows = await this.database.rows<{ id: Uuid }>(scopeOf(actor), {
      text: `SELECT DISTINCT p.id FROM identity.membership m JOIN identity.person p ON p.id = m.person_id
        WHERE m.role = 'ADMIN' AND m.ended_on IS NULL AND p.suspended_on IS NULL AND p.id <> $1`,
      values: [actor.personId],
    });
    return rows.map(({ id }) => id);
  }
}

const SELECT = `SELECT r.id, r.person_id AS "personId", p.name AS "personName", r.asks, r.role,
    r.organisation_id AS "organisationId", o.name AS "organisationName", r.reason,
    r.asked_by AS "askedBy", a.name AS "askedByName", r.asked_on AS "askedOn"
  FROM memberships.account_request r
  JOIN identity.person p ON p.id = r.person_id
  JOIN identity.person a ON a.id = r.asked_by
  LEFT JOIN organisations.organisation o ON o.id = r.organisation_id`;
