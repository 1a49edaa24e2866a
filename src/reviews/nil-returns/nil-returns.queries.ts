import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  column,
  columns,
  jsonList,
  jsonObjectOrNull,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { NilChallenge } from './nil-challenge.entity.js';
import { NilReturn } from './nil-return.entity.js';
import { NilSettingAside } from './nil-setting-aside.entity.js';

const NIL_RETURN = select({
  ...columns(NilReturn, 'n', 'id', 'roundId', 'organisationId', 'namesSearched', 'placesSearched'),
  ...columns(NilReturn, 'n', 'searchedBy', 'signedOn'),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Organisation, 'o', 'key', 'odsCode'),
  executiveSignedOn: sql<CalendarDay | null>('g.signed_on::text'),
  /** Null where the reader may not see the scheme, such as one that its trust has not published. */
  notSchemes: jsonList(
    { why: sql<string>("told.said ->> 'why'"), ...orNull(columns(Deployment, 'd', 'key', 'title')) },
    `jsonb_array_elements(n.not_schemes) WITH ORDINALITY AS told (said, place)
      LEFT JOIN deployments.deployment d ON d.id::text = told.said ->> 'deploymentId'`,
    'told.place',
  ),
  challenges: jsonList(
    {
      ...columns(NilChallenge, 'c', 'statement', 'challengedOn'),
      group: column(Organisation, 'b', 'name'),
    },
    `reviews.nil_challenge c JOIN organisations.organisation b ON b.id = c.organisation_id
      WHERE c.nil_return_id = n.id`,
    'c.challenged_on, c.id',
  ),
  setAside: jsonObjectOrNull(
    { ...columns(NilSettingAside, 'x', 'reason', 'post'), on: column(NilSettingAside, 'x', 'setAsideOn') },
    'x.id',
  ),
});

const FROM_NIL_RETURN = `reviews.nil_return n JOIN organisations.organisation o ON o.id = n.organisation_id
  LEFT JOIN reviews.nil_signature g ON g.nil_return_id = n.id
  LEFT JOIN reviews.nil_setting_aside x ON x.nil_return_id = n.id`;

const OWN_SCHEME = select(columns(Deployment, 'd', 'id', 'key', 'title'));

/** A nil return with its signatures, what groups say against it, and whether it was set aside. */
export type NilReturnRow = RowOf<typeof NIL_RETURN>;

/** A scheme that stands in the register for a trust. */
export type OwnScheme = RowOf<typeof OWN_SCHEME>;

/** More nil returns than a round of all trusts in England can have. */
const MOST_RETURNS = 2000;

/** Every SELECT about nil returns. They are for everyone to read. */
@Injectable()
export class NilReturnsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Every nil return of a round, by organisation. */
  list(actor: Actor, roundId: Uuid): Promise<NilReturnRow[]> {
    return this.database.rows(
      scopeOf(actor),
      NIL_RETURN.from(`${FROM_NIL_RETURN} WHERE n.round_id = $1 ORDER BY lower(o.name), n.id LIMIT $2`, [
        roundId,
        MOST_RETURNS,
      ]),
    );
  }

  /** One nil return of a round; null when there is none. */
  async one(actor: Actor, roundId: Uuid, id: Uuid): Promise<NilReturnRow | null> {
    if (!isId(roundId) || !isId(id)) return null;
    return this.database.row(
      scopeOf(actor),
      NIL_RETURN.from(`${FROM_NIL_RETURN} WHERE n.round_id = $1 AND n.id = $2`, [roundId, id]),
    );
  }

  /** One nil return by its id alone; null when there is none. */
  async anywhere(actor: Actor, id: Uuid): Promise<NilReturnRow | null> {
    return this.database.row(scopeOf(actor), NIL_RETURN.from(`${FROM_NIL_RETURN} WHERE n.id = $1`, [id]));
  }

  /**
   * The schemes that the trust, or one that it followed, leads or took part in, as far as the actor may see them, drafts too;
   * and those that were named for it in the round.
   */
  schemesOf(actor: Actor, roundId: Uuid, organisationId: Uuid): Promise<OwnScheme[]> {
    const permitted = this.access.where(actor, 'read', Deployment, { alias: 'd', after: 2 });
    return this.database.rows(
      scopeOf(actor),
      OWN_SCHEME.from(`${OWN_SCHEMES} AND ${permitted.text} ORDER BY lower(d.title), d.id LIMIT 200`, [
        organisationId,
        roundId,
        ...permitted.values,
      ]),
    );
  }
}

const OWN = `(SELECT $1::uuid UNION SELECT f.predecessor_id FROM organisations.follower f WHERE f.successor_id = $1)`;
const OWN_SCHEMES = `deployments.deployment d WHERE (d.id IN (SELECT * FROM reviews.named_for($2, $1)) OR d.lead_organisation_id IN ${OWN} OR EXISTS (
  SELECT FROM deployments.deployment_agency g WHERE g.deployment_id = d.id AND g.part = 'TRUST'
    AND g.withdrawn_on IS NULL AND g.organisation_id IN ${OWN}))`;
