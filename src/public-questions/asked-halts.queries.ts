import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Deployment } from '../deployments/deployment.entity.js';
import { HALT_COLUMNS, HALTS } from '../deployments/life-cycle/halts/halt-view.js';
import { Halt } from '../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { columns, jsonObject, select, type RowOf } from '../platform/database/selection.js';

const HALT = select({
  ...HALT_COLUMNS,
  ...columns(Halt, 'h', 'published'),
  scheme: jsonObject(columns(Deployment, 'd', 'id', 'key', 'title', 'area', 'fictional')),
});
const HALTS_OF_SCHEMES = `${HALTS} JOIN deployments.deployment d ON d.id = h.deployment_id`;

/** A halt as those see it who ask about it: of which scheme, who ordered it, and from which day it holds. */
export type AskedHalt = RowOf<typeof HALT>;

/** Halts that questions are about. */
@Injectable()
export class AskedHaltsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** One halt. @throws NotFound where there is none for this actor. */
  async one(actor: Actor, id: Uuid): Promise<AskedHalt> {
    const permitted = this.access.where(actor, 'read', Halt, { alias: 'h', after: 1 });
    const found = isId(id)
      ? await this.database.row(
          scopeOf(actor),
          HALT.from(`${HALTS_OF_SCHEMES} WHERE h.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
        )
      : null;
    if (found === null) throw new NotFound();
    return found;
  }

  /** The halts of a scheme, the newest first. */
  async ofScheme(actor: Actor, deploymentId: Uuid): Promise<readonly AskedHalt[]> {
    const permitted = this.access.where(actor, 'read', Halt, { alias: 'h', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      HALT.from(`${HALTS_OF_SCHEMES} WHERE h.deployment_id = $1 AND ${permitted.text} ORDER BY h.id DESC`, [
        deploymentId,
        ...permitted.values,
      ]),
    );
  }
}
