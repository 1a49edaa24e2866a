import { Injectable } from '@nestjs/common';
import { Deployment } from '../../../deployments/deployment.entity.js';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import { isId, type Uuid } from '../../../kernel/identifiers.js';
import { Organisation } from '../../../organisations/organisation.entity.js';
import { Database } from '../../../platform/database/database.js';
import {
  column,
  columns,
  jsonObjectOrNull,
  select,
  sql,
  type RowOf,
} from '../../../platform/database/selection.js';
import { NamingAnswer } from './naming-answer.entity.js';
import { NamingDecision } from './naming-decision.entity.js';
import { SchemeNaming } from './scheme-naming.entity.js';

const NAMING = select({
  ...columns(SchemeNaming, 'm', 'id', 'roundId', 'organisationId', 'reason', 'post', 'namedOn'),
  organisation: column(Organisation, 'o', 'name'),
  organisationKey: column(Organisation, 'o', 'key'),
  ...columns(Organisation, 'o', 'odsCode'),
  scheme: column(Deployment, 'd', 'title'),
  schemeKey: column(Deployment, 'd', 'key'),
  answer: jsonObjectOrNull(columns(NamingAnswer, 'a', 'says', 'reason', 'post', 'answeredOn'), 'a.id'),
  decision: jsonObjectOrNull(columns(NamingDecision, 'x', 'outcome', 'reason', 'post', 'decidedOn'), 'x.id'),
  /** True for whoever named it, and so cannot decide. */
  isOwn: sql<boolean>('m.named_by IS NOT DISTINCT FROM (SELECT access.person())'),
});

const FROM_NAMING = `reviews.scheme_naming m JOIN organisations.organisation o ON o.id = m.organisation_id
  JOIN deployments.deployment d ON d.id = m.deployment_id
  LEFT JOIN reviews.naming_answer a ON a.naming_id = m.id LEFT JOIN reviews.naming_decision x ON x.naming_id = m.id`;

const ORPHAN = select(columns(Deployment, 'd', 'id', 'key', 'title', 'area'));

/** A scheme that was named for a trust, with what the trust answered and what was decided. */
export type NamingRow = RowOf<typeof NAMING>;

/** A scheme of the register of which sources know and for which no trust answers. */
export type OrphanScheme = RowOf<typeof ORPHAN>;

const MOST_NAMINGS = 2000;
const MOST_ORPHANS = 500;

/** Every SELECT about schemes that were named for a trust in a round. All of it is for everyone to read. */
@Injectable()
export class NamingsQueries {
  constructor(private readonly database: Database) {}

  /** Every naming of a round, by organisation. */
  list(actor: Actor, roundId: Uuid): Promise<NamingRow[]> {
    return this.database.rows(
      scopeOf(actor),
      NAMING.from(
        `${FROM_NAMING} WHERE m.round_id = $1 ORDER BY lower(o.name), lower(d.title), m.id LIMIT $2`,
        [roundId, MOST_NAMINGS],
      ),
    );
  }

  /** One naming of a round; null when there is none. */
  async one(actor: Actor, roundId: Uuid, id: Uuid): Promise<NamingRow | null> {
    if (!isId(roundId) || !isId(id)) return null;
    return this.database.row(
      scopeOf(actor),
      NAMING.from(`${FROM_NAMING} WHERE m.round_id = $1 AND m.id = $2`, [roundId, id]),
    );
  }

  /** What was named for any trust about a scheme, newest first. */
  ofScheme(actor: Actor, deploymentId: Uuid): Promise<NamingRow[]> {
    return this.database.rows(
      scopeOf(actor),
      NAMING.from(`${FROM_NAMING} WHERE m.deployment_id = $1 ORDER BY m.named_on DESC, m.id LIMIT $2`, [
        deploymentId,
        MOST_NAMINGS,
      ]),
    );
  }

  /** What was named for a trust, newest first. */
  ofTrust(actor: Actor, organisationId: Uuid): Promise<NamingRow[]> {
    return this.database.rows(
      scopeOf(actor),
      NAMING.from(`${FROM_NAMING} WHERE m.organisation_id = $1 ORDER BY m.named_on DESC, m.id LIMIT $2`, [
        organisationId,
        MOST_NAMINGS,
      ]),
    );
  }

  /** The public schemes for which no trust answers, by name. */
  orphans(actor: Actor): Promise<OrphanScheme[]> {
    return this.database.rows(
      scopeOf(actor),
      ORPHAN.from(`${FROM_ORPHAN} ORDER BY lower(d.title), d.id LIMIT $1`, [MOST_ORPHANS]),
    );
  }

  /** Such a scheme by the last part of its address; null when there is none. */
  async orphan(actor: Actor, key: string): Promise<OrphanScheme | null> {
    return this.database.row(scopeOf(actor), ORPHAN.from(`${FROM_ORPHAN} AND d.key = $1`, [key]));
  }
}

const FROM_ORPHAN = 'deployments.deployment d WHERE d.published AND d.lead_organisation_id IS NULL';
