import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { DataFlow } from '../flow/data-flow.entity.js';

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

  /**
   * The same, and after them the drafts that are put aside, as they are at one moment.
   * @throws OutOfTurn for more than 500: a file of part of the flows would pass for a file of all of them.
   */
  async held(actor: Actor, deploymentId: Uuid): Promise<HeldFlow[]> {
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 2 });
    const held = await this.database.rows(
      scopeOf(actor),
      HELD_FLOW.within(
        (list) => `SELECT DISTINCT ON (f.put_aside_on IS NOT NULL, f.series_id) ${list}
        FROM data_sharing.data_flow f WHERE f.deployment_id = $1 AND ${permitted.text}
        ORDER BY f.put_aside_on IS NOT NULL, f.series_id, f.version DESC LIMIT $2`,
        [deploymentId, MOST_FLOWS + 1, ...permitted.values],
      ),
    );
    if (held.length > MOST_FLOWS) throw new OutOfTurn(TOO_MANY);
    return held;
  }
}

const TOO_MANY = `This scheme has more than ${String(MOST_FLOWS)} flows, which is more than one file can hold. Read and write them one by one.`;

const HELD_FLOW = select({
  ...columns(DataFlow, 'f', 'id', 'revision', 'version', 'submitted', 'title', 'content'),
  isPutAside: sql<boolean>('f.put_aside_on IS NOT NULL'),
  /** The ids of all its versions. */
  versions: sql<readonly Uuid[]>(
    '(SELECT jsonb_agg(v.id) FROM data_sharing.data_flow v WHERE v.series_id = f.series_id)',
  ),
});

/** A flow of a deployment: the newest version of it that stands, or the draft of it that is put aside. */
export type HeldFlow = RowOf<typeof HELD_FLOW>;
