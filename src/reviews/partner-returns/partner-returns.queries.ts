import { Injectable } from '@nestjs/common';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  column,
  columns,
  jsonObjectOrNull,
  orNull,
  select,
  type RowOf,
} from '../../platform/database/selection.js';
import { RoundVoiding } from '../rounds/round-voiding.entity.js';
import { PartnerRequest } from './partner-request.entity.js';
import { PartnerReturn } from './partner-return.entity.js';

const PARTNER = select({
  ...columns(PartnerRequest, 'q', 'id', 'roundId', 'deploymentId', 'organisationId', 'reason', 'post'),
  ...columns(PartnerRequest, 'q', 'dueOn', 'askedOn'),
  organisation: column(Organisation, 'o', 'name'),
  organisationKey: column(Organisation, 'o', 'key'),
  ...columns(Organisation, 'o', 'odsCode', 'type'),
  scheme: column(Deployment, 'd', 'title'),
  schemeKey: column(Deployment, 'd', 'key'),
  ...orNull(columns(RoundVoiding, 'v', 'voidedOn')),
  ...orNull(columns(PartnerReturn, 'a', 'signedOn')),
  said: jsonObjectOrNull(
    {
      ...columns(PartnerReturn, 'a', 'tookPart', 'since', 'until', 'staff', 'records', 'basis'),
      ...columns(PartnerReturn, 'a', 'people', 'complaints', 'stopped', 'searched', 'post', 'signedOn'),
    },
    'a.id',
  ),
});

const FROM_PARTNER = `reviews.partner_request q JOIN organisations.organisation o ON o.id = q.organisation_id
  JOIN deployments.deployment d ON d.id = q.deployment_id
  LEFT JOIN reviews.partner_return a ON a.request_id = q.id
  LEFT JOIN reviews.round_voiding v ON v.round_id = q.round_id`;

/** An agency that was asked about a scheme, with what it returned. */
export type PartnerRow = RowOf<typeof PARTNER>;

const MOST_PARTNERS = 5000;

/** Every SELECT about what partner agencies are asked and return. All of it is for everyone to read. */
@Injectable()
export class PartnerReturnsQueries {
  constructor(private readonly database: Database) {}

  /** Every agency that was asked in a round, by scheme. */
  list(actor: Actor, roundId: Uuid): Promise<PartnerRow[]> {
    return this.of(actor, 'q.round_id = $1', [roundId]);
  }

  /** One of them; null when there is none. */
  async one(actor: Actor, roundId: Uuid, id: Uuid): Promise<PartnerRow | null> {
    if (!isId(roundId) || !isId(id)) return null;
    const [found] = await this.of(actor, 'q.round_id = $1 AND q.id = $2', [roundId, id]);
    return found ?? null;
  }

  /** Every agency that was ever asked about a scheme. */
  ofScheme(actor: Actor, deploymentId: Uuid): Promise<PartnerRow[]> {
    return this.of(actor, 'q.deployment_id = $1', [deploymentId]);
  }

  /** What these agencies were asked and have not signed, the next to be due first; a dozen at most. */
  waitingFor(actor: Actor, organisationIds: readonly Uuid[]): Promise<PartnerRow[]> {
    const from = `${FROM_PARTNER} WHERE q.organisation_id = ANY ($1::uuid[]) AND a.id IS NULL AND v.id IS NULL
      ORDER BY q.due_on, q.id LIMIT 12`;
    return this.database.rows(scopeOf(actor), PARTNER.from(from, [organisationIds]));
  }

  private of(actor: Actor, holds: string, values: readonly Uuid[]): Promise<PartnerRow[]> {
    return this.database.rows(
      scopeOf(actor),
      PARTNER.from(
        `${FROM_PARTNER} WHERE ${holds} ORDER BY lower(d.title), lower(o.name), q.id LIMIT ${String(MOST_PARTNERS)}`,
        values,
      ),
    );
  }
}
