import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import type { SqlWithValues } from '../one-statement.js';
import { ReplyDecision } from './reply-decision.entity.js';
import { Reply, type ReplyKind } from './reply.entity.js';
import { Statement } from './statement.entity.js';

/** One point of reply with what was decided about it, if anything. */
export interface ReplyRow {
  readonly id: Uuid;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly criterion: string;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly evidenceIds: readonly Uuid[];
  readonly repliedOn: string;
  readonly accepted: boolean | null;
  readonly reasons: string | null;
  readonly decidedOn: string | null;
}

/** A user-led group's statement, unedited. */
export interface StatementRow {
  readonly id: Uuid;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly text: string;
  readonly statedOn: string;
}

/** Every SELECT about replies to findings, the decisions on them, and statements. */
@Injectable()
export class RepliesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The statement that reads every point of reply to a review with its decision, as far as the actor may. */
  repliesTo(actor: Actor, reviewId: Uuid, after = 1): SqlWithValues<ReplyRow> {
    const replies = this.access.where(actor, 'read', Reply, { alias: 'p', after });
    const decisions = this.access.where(actor, 'read', ReplyDecision, {
      alias: 'd',
      after: after + replies.values.length,
    });
    return {
      text: `SELECT p.id, p.organisation_id AS "organisationId", o.name AS organisation, p.criterion, p.kind, p.text,
          p.evidence_ids AS "evidenceIds", p.replied_on AS "repliedOn", d.accepted, d.reasons, d.decided_on AS "decidedOn"
        FROM reviews.reply p JOIN organisations.organisation o ON o.id = p.organisation_id
        LEFT JOIN reviews.reply_decision d ON d.reply_id = p.id AND ${decisions.text}
        WHERE p.review_id = $1 AND ${replies.text} ORDER BY p.criterion, p.id`,
      values: [reviewId, ...replies.values, ...decisions.values],
    };
  }

  /** Every point of reply to a review with its decision, as far as the actor may read them. */
  replies(actor: Actor, reviewId: Uuid): Promise<ReplyRow[]> {
    return this.database.rows(scopeOf(actor), this.repliesTo(actor, reviewId));
  }

  /** The point of reply that somebody is to decide about; null when there is none that the actor may read. */
  reply(
    actor: Actor,
    id: Uuid,
  ): Promise<{ id: Uuid; reviewId: Uuid; organisationId: Uuid; criterion: string } | null> {
    const permitted = this.access.where(actor, 'read', Reply, { alias: 'p', after: 1 });
    return this.database.row(scopeOf(actor), {
      text: `SELECT p.id, p.review_id AS "reviewId", p.organisation_id AS "organisationId", p.criterion
        FROM reviews.reply p WHERE p.id::text = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }

  /** What user-led groups stated about the scheme, as far as the actor may read it. */
  statements(actor: Actor, reviewId: Uuid): Promise<StatementRow[]> {
    const permitted = this.access.where(actor, 'read', Statement, { alias: 't', after: 2 });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT t.id, t.organisation_id AS "organisationId", o.name AS organisation, t.text, t.stated_on AS "statedOn"
        FROM reviews.statement t JOIN organisations.organisation o ON o.id = t.organisation_id
        WHERE t.review_id = $1 AND ${permitted.text} ORDER BY t.id LIMIT $2`,
      values: [reviewId, MOST_SHOWN, ...permitted.values],
    });
  }
}

const MOST_SHOWN = 200;
