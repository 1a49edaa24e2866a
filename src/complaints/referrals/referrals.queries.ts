import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Concern } from '../../concerns/concern.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isCalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, columns, jsonList, select, type RowOf } from '../../platform/database/selection.js';
import { ReferralStep } from './referral-step.entity.js';
import { Referral } from './referral.entity.js';

/** A referral with its steps in the order of their days. */
export type ReferralRow = RowOf<typeof REFERRAL>;

/** Every SELECT about referrals. */
@Injectable()
export class ReferralsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of referrals, the newest first; of one concern where one is named. */
  async list(actor: Actor, concernId: Uuid | null, request: PageRequest): Promise<ListPage<ReferralRow>> {
    const permitted = this.access.where(actor, 'read', Referral, { alias: 'r', after: 4 });
    const after = isCalendarDay(request.after?.sort) ? request.after : null;
    const rows = await this.database.rows(
      scopeOf(actor),
      LISTED.from(
        `${OF_CONCERNS}
        WHERE ($1::uuid IS NULL OR r.concern_id = $1)
          AND ($2::date IS NULL OR (r.sent_on, r.id) < ($2, $3::uuid)) AND ${permitted.text}
        ORDER BY r.sent_on DESC, r.id DESC LIMIT $4`,
        [concernId, after?.sort ?? null, after?.id ?? null, request.limit + 1, ...permitted.values],
        true,
      ),
    );
    return pageOf(rows, request);
  }

  /** The dozen passed on longest ago of those with no answer that nobody has closed. */
  async unanswered(actor: Actor): Promise<ReferralRow[]> {
    const permitted = this.access.where(actor, 'read', Referral, { alias: 'r', after: 0 });
    const from = `${OF_CONCERNS} WHERE NOT EXISTS (SELECT FROM complaints.referral_step over
        WHERE over.referral_id = r.id AND over.step IN ('answered', 'closed', 'returned')) AND ${permitted.text}
      ORDER BY r.sent_on, r.id LIMIT 12`;
    return this.database.rows(scopeOf(actor), REFERRAL.from(from, permitted.values));
  }

  /** One referral; null when absent or unseeable. */
  async one(actor: Actor, id: Uuid): Promise<ReferralRow | null> {
    const permitted = this.access.where(actor, 'read', Referral, { alias: 'r', after: 1 });
    return this.database.row(
      scopeOf(actor),
      REFERRAL.from(`${OF_CONCERNS} WHERE r.id = $1 AND ${permitted.text}`, [id, ...permitted.values]),
    );
  }
}

/** Asks for one referral inside a transaction. */
export function referralOf(id: Uuid): SqlStatement<ReferralRow> {
  return REFERRAL.from(`${OF_CONCERNS} WHERE r.id = $1`, [id]);
}

const STEP = columns(ReferralStep, 's', 'id', 'step', 'day', 'until', 'outcome', 'notedOn');

const REFERRAL = select({
  ...columns(Referral, 'r', 'id', 'concernId', 'classCode', 'route', 'receivingBody', 'organisationId'),
  ...columns(Referral, 'r', 'personAsked', 'withoutConsentBecause', 'sentOn'),
  reference: column(Concern, 'c', 'reference'),
  steps: jsonList(STEP, 'complaints.referral_step s WHERE s.referral_id = r.id', 's.day, s.noted_on, s.id'),
});

const LISTED = REFERRAL.and({ sort: column(Referral, 'r', 'sentOn') });

const OF_CONCERNS = 'complaints.referral r JOIN concerns.concern c ON c.id = r.concern_id';
