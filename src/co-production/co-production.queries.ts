import { Injectable } from '@nestjs/common';
import { Deployment } from '../deployments/deployment.entity.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database, type SqlStatement } from '../platform/database/database.js';
import { tableOf } from '../platform/database/recorded.js';
import { column, columns, select, type RowOf } from '../platform/database/selection.js';
import { CO_PRODUCTION, type CoProductionView } from './co-production-view.js';
import { Involvement } from './record/involvement.entity.js';

/** Finds whose a deployment is and whether it is public, for looking inside a transaction. */
export function deploymentOwner(id: Uuid): SqlStatement<RowOf<typeof OWNER>> {
  return OWNER.from(`${tableOf(Deployment)} d WHERE d.id = $1`, [id]);
}

/** Finds the deployment of an activity, for looking inside a transaction. */
export function deploymentOfInvolvement(involvementId: Uuid): SqlStatement<RowOf<typeof DEPLOYMENT>> {
  return DEPLOYMENT.from(`${tableOf(Involvement)} i WHERE i.id = $1`, [involvementId]);
}

/** Everything about one deployment, as the scope may see it, for looking inside a transaction. */
export function coProductionOf(deploymentId: Uuid): SqlStatement<CoProductionView> {
  return CO_PRODUCTION.within((list) => `SELECT ${list}`, [deploymentId], true);
}

/** Every SELECT about co-production; row-level security limits each part to what the actor may read. */
@Injectable()
export class CoProductionQueries {
  constructor(private readonly database: Database) {}

  /** Everything about one deployment, in one round trip. */
  async of(actor: Actor, deploymentId: Uuid): Promise<CoProductionView> {
    const view = await this.database.row(scopeOf(actor), coProductionOf(deploymentId));
    return view ?? { accounts: [], involvements: [], attestations: [] };
  }

  /** The involvement's deployment; null when this actor cannot see it. */
  async deploymentOf(actor: Actor, involvementId: Uuid): Promise<Uuid | null> {
    return (
      (await this.database.row(scopeOf(actor), deploymentOfInvolvement(involvementId)))?.deploymentId ?? null
    );
  }
}

const OWNER = select({
  deploymentId: column(Deployment, 'd', 'id'),
  ...columns(Deployment, 'd', 'leadOrganisationId', 'published'),
});

const DEPLOYMENT = select(columns(Involvement, 'i', 'deploymentId'));
