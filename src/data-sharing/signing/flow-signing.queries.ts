import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import type { SignOffCapacity, SignOffDecision } from '../flow/sign-off-choices.js';

/** The last version before this one that anybody signed. */
export interface LastDecided {
  readonly id: Uuid;
  readonly version: number;
  readonly content: FlowContent;
  readonly signOffs: readonly {
    readonly capacity: SignOffCapacity;
    readonly decision: SignOffDecision;
    readonly signedOn: string;
  }[];
}

/** How a flow stands for the person who may sign it. */
export interface SigningState {
  /** The person submitted this version, so somebody else signs it. */
  readonly submittedByMe: boolean;
  /** In which capacities the person has signed this version. */
  readonly signedByMe: readonly SignOffCapacity[];
  /** The submitted version that followed; nobody signs this one any more. */
  readonly followedBy: { readonly id: Uuid; readonly version: number } | null;
  readonly lastDecided: LastDecided | null;
}

/** One sign-off of the person, in the list of what they decided. */
export interface OwnSignOff {
  readonly id: Uuid;
  readonly flowId: Uuid;
  readonly title: string;
  readonly version: number;
  readonly deployment: string;
  readonly capacity: SignOffCapacity;
  readonly decision: SignOffDecision;
  readonly signedOn: string;
}

/** Every SELECT for those who sign; row-level security limits each to what the actor may read. */
@Injectable()
export class FlowSigningQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** How a flow that the actor may read stands for them. */
  async placeOf(actor: Actor, flowId: Uuid): Promise<SigningState | null> {
    return this.database.row<SigningState>(scopeOf(actor), {
      prepared: true,
      text: `SELECT f.submitted_by = $2::uuid AS "submittedByMe",
          ARRAY(SELECT DISTINCT s.capacity FROM data_sharing.flow_sign_off s
            WHERE s.flow_id = f.id AND s.signed_by = $2::uuid ORDER BY 1) AS "signedByMe",
          (SELECT jsonb_build_object('id', n.id, 'version', n.version) FROM data_sharing.data_flow n
            WHERE n.replaces_id = f.id AND n.submitted) AS "followedBy",
          (SELECT jsonb_build_object('id', b.id, 'version', b.version, 'content', b.content, 'signOffs',
              (SELECT jsonb_agg(jsonb_build_object('capacity', s.capacity, 'decision', s.decision,
                'signedOn', s.signed_on) ORDER BY s.id) FROM data_sharing.flow_sign_off s WHERE s.flow_id = b.id))
            FROM data_sharing.data_flow b WHERE b.series_id = f.series_id AND b.version < f.version
              AND EXISTS (SELECT FROM data_sharing.flow_sign_off s WHERE s.flow_id = b.id)
            ORDER BY b.version DESC LIMIT 1) AS "lastDecided"
        FROM data_sharing.data_flow f WHERE f.id = $1`,
      values: [flowId, actor.personId],
    });
  }

  /** A page of what the actor signed, newest first. */
  async signedBy(actor: Actor, request: PageRequest): Promise<ListPage<OwnSignOff>> {
    const permitted = this.access.where(actor, 'read', FlowSignOff, { alias: 's', after: 3 });
    const rows = await this.database.rows<OwnSignOff & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT s.id, s.flow_id AS "flowId", f.title, f.version, d.title AS deployment, s.capacity, s.decision,
          s.signed_on AS "signedOn", s.id::text AS sort
        FROM data_sharing.flow_sign_off s JOIN data_sharing.data_flow f ON f.id = s.flow_id
        JOIN deployments.deployment d ON d.id = s.deployment_id
        WHERE s.signed_by = $1 AND ($2::uuid IS NULL OR s.id < $2) AND ${permitted.text}
        ORDER BY s.id DESC LIMIT $3`,
      values: [actor.personId, request.after?.id ?? null, request.limit + 1, ...permitted.values],
    });
    return pageOf(rows, request);
  }
}
