import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { HeldFlow } from './flow-import-plan.js';

const MOST_FLOWS = 500;

/** Reads whole flows of a deployment, to export them and to compare a file with them. */
@Injectable()
export class ExchangeQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Each flow of a deployment in the newest version that stands and that the actor may see, in the order they began. */
  async newest(actor: Actor, deploymentId: Uuid): Promise<HeldFlow[]> {
    const held = await this.held(actor, deploymentId);
    return held.filter(({ isPutAside }) => !isPutAside);
  }

  /** The same, and after them the drafts that are put aside, as they are at one moment; 500 at most in all. */
  held(actor: Actor, deploymentId: Uuid): Promise<HeldFlow[]> {
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 2 });
    return this.database.rows<HeldFlow & { seriesId: Uuid }>(scopeOf(actor), {
      text: `SELECT DISTINCT ON (f.put_aside_on IS NOT NULL, f.series_id) f.series_id AS "seriesId", f.id, f.revision,
          f.version, f.submitted, f.put_aside_on IS NOT NULL AS "isPutAside", f.title, f.content,
          (SELECT jsonb_agg(v.id) FROM data_sharing.data_flow v WHERE v.series_id = f.series_id) AS versions
        FROM data_sharing.data_flow f WHERE f.deployment_id = $1 AND ${permitted.text}
        ORDER BY f.put_aside_on IS NOT NULL, f.series_id, f.version DESC LIMIT $2`,
      values: [deploymentId, MOST_FLOWS, ...permitted.values],
    });
  }
}
