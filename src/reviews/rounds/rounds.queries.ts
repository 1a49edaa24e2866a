import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { Round } from './round.entity.js';

/** That a promised date moved, as everyone may read it. */
export interface DateChange {
  readonly which: string;
  readonly was: string;
  readonly becomes: string;
  readonly reason: string;
  readonly decidedOn: string;
}

/** One round with every date it promised and every change of one. */
export interface RoundRow {
  readonly id: Uuid;
  readonly revision: number;
  readonly title: string;
  readonly editionId: Uuid;
  readonly framework: string;
  readonly asAt: string;
  readonly criteria: readonly string[];
  readonly openedOn: string;
  readonly selfReviewDue: string;
  readonly scoringDue: string;
  readonly replyWorkingDays: number;
  readonly publicationDate: string;
  readonly changes: readonly DateChange[];
}

/** Every SELECT about rounds. */
@Injectable()
export class RoundsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of rounds, newest first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<RoundRow>> {
    const permitted = this.access.where(actor, 'read', Round, { alias: 'n', after: 3 });
    const rows = await this.database.rows<RoundRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${ROUND}, n.opened_on::text AS sort ${FROM_ROUND}
        WHERE ($1::date IS NULL OR (n.opened_on, n.id) < ($1, $2::uuid)) AND ${permitted.text}
        ORDER BY n.opened_on DESC, n.id DESC LIMIT $3`,
      values: [
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** One round; null when there is none. */
  async one(actor: Actor, id: Uuid): Promise<RoundRow | null> {
    if (!isId(id)) return null;
    const permitted = this.access.where(actor, 'read', Round, { alias: 'n', after: 1 });
    return this.database.row<RoundRow>(scopeOf(actor), {
      text: `SELECT ${ROUND} ${FROM_ROUND} WHERE n.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }
}

const ROUND = `n.id, n.revision, n.title, n.edition_id AS "editionId", e.key AS framework, n.as_at AS "asAt", n.criteria,
  n.opened_on AS "openedOn", n.self_review_due AS "selfReviewDue", n.scoring_due AS "scoringDue",
  n.reply_working_days AS "replyWorkingDays", n.publication_date AS "publicationDate",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('which', c.which, 'was', c.was, 'becomes', c.becomes,
      'reason', c.reason, 'decidedOn', c.decided_on) ORDER BY c.decided_on, c.id), '[]')
    FROM reviews.round_date_change c WHERE c.round_id = n.id) AS changes`;

const FROM_ROUND = 'FROM reviews.round n JOIN frameworks.edition e ON e.id = n.edition_id';
