import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { isCalendarDay } from '../../kernel/calendar-day.js';
import type { OutcomeCode } from '../clocks/referral-step.js';
import type { NotedStep } from '../clocks/standing-of.js';
import type { ComplaintClassCode } from '../clocks/complaint-class.js';
import type { ComplaintRouteCode } from '../routes/complaint-route.js';
import { Referral } from './referral.entity.js';

/** A step as it is shown. */
export interface ReferralStepRow extends NotedStep {
  readonly id: Uuid;
  readonly outcome: OutcomeCode | null;
  readonly notedOn: string;
}

/** A referral with its steps in the order of their days. */
export interface ReferralRow {
  readonly id: Uuid;
  readonly concernId: Uuid;
  readonly reference: string;
  readonly classCode: ComplaintClassCode;
  readonly route: ComplaintRouteCode;
  readonly receivingBody: string;
  readonly organisationId: Uuid | null;
  readonly personAsked: boolean;
  readonly withoutConsentBecause: string | null;
  readonly sentOn: string;
  readonly steps: readonly ReferralStepRow[];
}

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
    const rows = await this.database.rows<ReferralRow & { sort: string }>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${COLUMNS}, r.sent_on AS sort ${FROM}
        WHERE ($1::uuid IS NULL OR r.concern_id = $1)
          AND ($2::date IS NULL OR (r.sent_on, r.id) < ($2, $3::uuid)) AND ${permitted.text}
        ORDER BY r.sent_on DESC, r.id DESC LIMIT $4`,
      values: [concernId, after?.sort ?? null, after?.id ?? null, request.limit + 1, ...permitted.values],
    });
    return pageOf(rows, request);
  }

  /** One referral; null when absent or unseeable. */
  async one(actor: Actor, id: Uuid): Promise<ReferralRow | null> {
    const permitted = this.access.where(actor, 'read', Referral, { alias: 'r', after: 1 });
    return this.database.row<ReferralRow>(scopeOf(actor), {
      text: `SELECT ${COLUMNS} ${FROM} WHERE r.id = $1 AND ${permitted.text}`,
      values: [id, ...permitted.values],
    });
  }
}

const COLUMNS = `r.id, r.concern_id AS "concernId", c.reference, r.class_code AS "classCode", r.route,
  r.receiving_body AS "receivingBody", r.organisation_id AS "organisationId", r.person_asked AS "personAsked",
  r.without_consent_because AS "withoutConsentBecause", r.sent_on AS "sentOn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'step', s.step, 'day', s.day, 'until', s.until,
     'outcome', s.outcome, 'notedOn', s.noted_on) ORDER BY s.day, s.noted_on, s.id), '[]')
   FROM complaints.referral_step s WHERE s.referral_id = r.id) AS steps`;

const FROM = 'FROM complaints.referral r JOIN concerns.concern c ON c.id = r.concern_id';
