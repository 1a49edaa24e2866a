import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { column, columns, orNull, select, type RowOf } from '../../platform/database/selection.js';
import { ReplyDecision } from './reply-decision.entity.js';
import { Reply } from './reply.entity.js';
import { Statement } from './statement.entity.js';

const organisation = column(Organisation, 'o', 'name');

const REPLY = select({
  ...columns(Reply, 'p', 'id', 'organisationId', 'criterion', 'kind', 'text', 'evidenceIds', 'repliedOn'),
  organisation,
  ...orNull(columns(ReplyDecision, 'd', 'accepted', 'reasons', 'decidedOn')),
});

const POINT = select(columns(Reply, 'p', 'id', 'reviewId', 'organisationId', 'criterion'));

const STATEMENT = select({
  ...columns(Statement, 't', 'id', 'organisationId', 'criterion', 'text', 'statedOn'),
  organisation,
});

/** One point of reply with what was decided about it, if anything. */
export type ReplyRow = RowOf<typeof REPLY>;

/** A user-led group's statement, unedited. */
export type StatementRow = RowOf<typeof STATEMENT>;

/** Every SELECT about replies to findings, the decisions on them, and statements. */
@Injectable()
export class RepliesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The statement that reads every point of reply to a review with its decision, as far as the actor may. */
  repliesTo(actor: Actor, reviewId: Uuid, after = 1): SqlStatement<ReplyRow> {
    const replies = this.access.where(actor, 'read', Reply, { alias: 'p', after });
    const decisions = this.access.where(actor, 'read', ReplyDecision, {
      alias: 'd',
      after: after + replies.values.length,
    });
    return REPLY.from(
      `reviews.reply p JOIN organisations.organisation o ON o.id = p.organisation_id
        LEFT JOIN reviews.reply_decision d ON d.reply_id = p.id AND ${decisions.text}
        WHERE p.review_id = $1 AND ${replies.text} ORDER BY p.criterion, p.id`,
      [reviewId, ...replies.values, ...decisions.values],
    );
  }

  /** Every point of reply to a review with its decision, as far as the actor may read them. */
  replies(actor: Actor, reviewId: Uuid): Promise<ReplyRow[]> {
    return this.database.rows(scopeOf(actor), this.repliesTo(actor, reviewId));
  }

  /** The point of reply that somebody is to decide about; null when there is none that the actor may read. */
  reply(actor: Actor, id: Uuid): Promise<RowOf<typeof POINT> | null> {
    const permitted = this.access.where(actor, 'read', Reply, { alias: 'p', after: 1 });
    return this.database.row(
      scopeOf(actor),
      POINT.from(`reviews.reply p WHERE p.id::text = $1 AND ${permitted.text}`, [id, ...permitted.values]),
    );
  }

  /** All that user-led groups stated about the scheme, as far as the actor may read it: none is ever left out. */
  statements(actor: Actor, reviewId: Uuid): Promise<StatementRow[]> {
    const permitted = this.access.where(actor, 'read', Statement, { alias: 't', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      STATEMENT.from(
        `reviews.statement t JOIN organisations.organisation o ON o.id = t.organisation_id
        WHERE t.review_id = $1 AND ${permitted.text} ORDER BY t.id`,
        [reviewId, ...permitted.values],
      ),
    );
  }
}
