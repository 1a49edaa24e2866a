import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { Action } from './action.entity.js';
import type { LastStep } from './action-state.js';
import type { StepKind } from './action-step.entity.js';

/** One action in a list, with the last thing that was done about it. */
export interface ActionRow {
  readonly id: Uuid;
  readonly reviewId: Uuid;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly deploymentId: Uuid;
  readonly deployment: string | null;
  readonly criterion: string | null;
  readonly what: string;
  readonly ownerPost: string;
  readonly dueOn: string;
  readonly evidenceNeeded: string;
  readonly addedOn: string;
  readonly lastStep: LastStep | null;
}

/** One step about an action, as everyone reads it. */
export interface StepRow {
  readonly id: Uuid;
  readonly seq: number;
  readonly kind: StepKind;
  readonly text: string;
  readonly takenOn: string;
}

/** One action with every step about it, the first first. */
export interface ActionDetail extends ActionRow {
  readonly steps: readonly StepRow[];
}

/** What a list of actions may be narrowed to. */
export interface ActionFilter {
  readonly review?: Uuid | undefined;
}

/** Every SELECT about actions. */
@Injectable()
export class ActionsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of actions: those not yet done by their day, the longest overdue first, then those that are done. */
  async list(actor: Actor, filter: ActionFilter, request: PageRequest): Promise<ListPage<ActionRow>> {
    const permitted = this.access.where(actor, 'read', Action, { alias: 'a', after: 4 });
    const rows = await this.database.rows<ActionRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${ACTION}, ${SORT} AS sort ${FROM_ACTION}
        WHERE ($1::uuid IS NULL OR a.review_id = $1)
          AND ($2::text IS NULL OR (${SORT}, a.id) > ($2, $3::uuid)) AND ${permitted.text}
        ORDER BY ${SORT}, a.id LIMIT $4`,
      values: [
        filter.review ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One action with every step; null when there is none. */
  async one(actor: Actor, id: Uuid): Promise<ActionDetail | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', Action, { alias: 'a', after: 1 });
    return this.database.row<ActionDetail & { [column: string]: unknown }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${ACTION},
          (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'seq', s.seq, 'kind', s.kind, 'text', s.text,
              'takenOn', s.taken_on) ORDER BY s.seq), '[]')
            FROM publication.action_step s WHERE s.action_id = a.id) AS steps
        ${FROM_ACTION} WHERE a.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }
}

const ACTION = `a.id, a.review_id AS "reviewId", a.organisation_id AS "organisationId", o.name AS organisation,
  p.deployment_id AS "deploymentId", d.title AS deployment, a.criterion, a.what, a.owner_post AS "ownerPost",
  a.due_on AS "dueOn", a.evidence_needed AS "evidenceNeeded", a.added_on AS "addedOn",
  CASE WHEN l.kind IS NOT NULL THEN jsonb_build_object('kind', l.kind, 'takenOn', l.taken_on) END AS "lastStep"`;

const FROM_ACTION = `FROM publication.action a JOIN publication.promise p ON p.review_id = a.review_id
  JOIN organisations.organisation o ON o.id = a.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = p.deployment_id
  LEFT JOIN LATERAL (SELECT s.kind, s.taken_on FROM publication.action_step s
    WHERE s.action_id = a.id ORDER BY s.seq DESC LIMIT 1) AS l ON TRUE`;

const SORT = `(CASE WHEN l.kind = 'accepted' THEN '1' ELSE '0' END || a.due_on::text)`;
