import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
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
import { Review } from '../../reviews/review.entity.js';
import { Action } from './action.entity.js';
import { ActionStep } from './action-step.entity.js';

/** One action in a list, with the last thing that was done about it. */
export type ActionRow = RowOf<typeof ACTION>;

/** One action with every step about it, the first first. */
export type ActionDetail = RowOf<typeof ACTION_IN_FULL>;

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
    const statement = LISTED.from(
      `${ACTIONS} WHERE ($1::uuid IS NULL OR a.review_id = $1)
          AND ($2::text IS NULL OR (${SORT}, a.id) > ($2, $3::uuid)) AND ${permitted.text}
        ORDER BY ${SORT}, a.id LIMIT $4`,
      [
        filter.review ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
      true,
    );
    return pageOf(await this.database.rows(scopeOf(actor), statement), request);
  }

  /** One action with every step; null when there is none. */
  async one(actor: Actor, id: Uuid): Promise<ActionDetail | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', Action, { alias: 'a', after: 1 });
    const statement = ACTION_IN_FULL.from(
      `${ACTIONS} WHERE a.id = $1 AND ${permitted.text}`,
      [id, ...permitted.values],
      true,
    );
    return this.database.row(scopeOf(actor), statement);
  }
}

const ACTIONS = `publication.action a JOIN publication.promise p ON p.review_id = a.review_id
  JOIN organisations.organisation o ON o.id = a.organisation_id
  LEFT JOIN deployments.deployment d ON d.id = p.deployment_id
  LEFT JOIN LATERAL (SELECT s.kind, s.taken_on FROM publication.action_step s
    WHERE s.action_id = a.id ORDER BY s.seq DESC LIMIT 1) AS l ON TRUE`;

const SORT = `(CASE WHEN l.kind = 'accepted' THEN '1' ELSE '0' END || a.due_on::text)`;

const ACTION = select({
  ...columns(Action, 'a', 'id', 'reviewId', 'organisationId'),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Review, 'p', 'deploymentId'),
  ...orNull({ deployment: column(Deployment, 'd', 'title') }),
  ...columns(Action, 'a', 'criterion', 'what', 'ownerPost', 'dueOn', 'evidenceNeeded', 'addedOn'),
  lastStep: jsonObjectOrNull(columns(ActionStep, 'l', 'kind', 'takenOn'), 'l.kind'),
});

const LISTED = ACTION.and({ sort: sql<string>(SORT) });

const ACTION_IN_FULL = ACTION.and({
  steps: jsonList(
    columns(ActionStep, 's', 'id', 'seq', 'kind', 'text', 'takenOn'),
    'publication.action_step s WHERE s.action_id = a.id',
    's.seq',
  ),
});
