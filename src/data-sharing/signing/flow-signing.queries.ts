import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  jsonList,
  jsonObject,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../../platform/database/selection.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { SHORT_SIGN_OFF } from '../flow/flow-rows.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import type { SignOffRole } from '../../legal-basis/record/safeguards/sign-off.js';

/** Every SELECT for those who sign; row-level security limits each to what the actor may read. */
@Injectable()
export class FlowSigningQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** How a flow that the actor may read stands for them. */
  async stateOf(actor: Actor, flowId: Uuid): Promise<SigningState | null> {
    return this.database.row(
      scopeOf(actor),
      SIGNING_STATE.from('data_sharing.data_flow f WHERE f.id = $1', [flowId, actor.personId], true),
    );
  }

  /** A page of what the actor signed, newest first. */
  async signedBy(actor: Actor, request: PageRequest): Promise<ListPage<OwnSignOff>> {
    const permitted = this.access.where(actor, 'read', FlowSignOff, { alias: 's', after: 3 });
    const rows = await this.database.rows(
      scopeOf(actor),
      OWN_SIGN_OFF.from(
        `data_sharing.flow_sign_off s JOIN data_sharing.data_flow f ON f.id = s.flow_id
        JOIN deployments.deployment d ON d.id = s.deployment_id
        WHERE s.signed_by = $1 AND ($2::uuid IS NULL OR s.id < $2) AND ${permitted.text}
        ORDER BY s.id DESC LIMIT $3`,
        [actor.personId, request.after?.id ?? null, request.limit + 1, ...permitted.values],
        true,
      ),
    );
    return pageOf(rows, request);
  }
}

const FOLLOWER = columns(DataFlow, 'n', 'id', 'version');

const DECIDED = {
  ...columns(DataFlow, 'b', 'id', 'version', 'content'),
  signOffs: jsonList(SHORT_SIGN_OFF, 'data_sharing.flow_sign_off s WHERE s.flow_id = b.id', 's.id'),
};

const SIGNING_STATE = select({
  /** The person submitted this version, so somebody else signs it. */
  submittedByMe: sql<boolean>('f.submitted_by = $2::uuid'),
  /** In which capacities the person has signed this version. */
  signedByMe: sql<readonly SignOffRole[]>(`ARRAY(SELECT DISTINCT s.capacity FROM data_sharing.flow_sign_off s
    WHERE s.flow_id = f.id AND s.signed_by = $2::uuid ORDER BY 1)`),
  /** The submitted version that followed; nobody signs this one any more. */
  followedBy: sql<JsonRow<typeof FOLLOWER> | null>(`(SELECT ${jsonObject(FOLLOWER).sql}
    FROM data_sharing.data_flow n WHERE n.replaces_id = f.id AND n.submitted)`),
  lastDecided: sql<LastDecided | null>(`(SELECT ${jsonObject(DECIDED).sql}
    FROM data_sharing.data_flow b WHERE b.series_id = f.series_id AND b.version < f.version
      AND EXISTS (SELECT FROM data_sharing.flow_sign_off s WHERE s.flow_id = b.id)
    ORDER BY b.version DESC LIMIT 1)`),
});

const OWN_SIGN_OFF = select({
  ...columns(FlowSignOff, 's', 'id', 'flowId', 'capacity', 'decision', 'signedOn'),
  ...columns(DataFlow, 'f', 'title', 'version'),
  deployment: column(Deployment, 'd', 'title'),
  sort: sql<string>('s.id::text'),
});

/** The last version before this one that anybody signed. */
export type LastDecided = JsonRow<typeof DECIDED>;

/** How a flow stands for the person who may sign it. */
export type SigningState = RowOf<typeof SIGNING_STATE>;

/** One sign-off of the person, in the list of what they decided. */
export type OwnSignOff = Omit<RowOf<typeof OWN_SIGN_OFF>, 'sort'>;
