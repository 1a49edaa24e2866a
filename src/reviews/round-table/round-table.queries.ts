import { Injectable } from '@nestjs/common';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  column,
  columns,
  jsonList,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { Reply } from '../reply/reply.entity.js';
import { Review } from '../review.entity.js';
import { NamingAnswer } from '../scoping/naming/naming-answer.entity.js';
import { NamingDecision } from '../scoping/naming/naming-decision.entity.js';
import { SchemeNaming } from '../scoping/naming/scheme-naming.entity.js';
import { SelfAnswer } from '../self-review/self-answer.entity.js';

/** The view `reviews.step` names its columns as the records they are made of do. */
const LINE = select({
  organisationId: column(Organisation, 'o', 'id'),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Organisation, 'o', 'key', 'odsCode', 'nationalGrouping'),
  scopedOn: sql<CalendarDay | null>('asked.on_day::text'),
  removedOn: sql<CalendarDay | null>('removed.decided_on::text'),
  removedBecause: sql<string | null>('removed.reason'),
  scopeAcknowledgedOn: sql<CalendarDay | null>('a.acknowledged_on::text'),
  // A return counts while it was not set aside and passes over no scheme that was named for the organisation.
  nilOn: sql<CalendarDay | null>(
    `CASE WHEN x.id IS NULL AND NOT reviews.is_passed_over(n.id) THEN g.signed_on END::text`,
  ),
  nilBegunOn: sql<CalendarDay | null>('n.signed_on::text'),
  nilReturnId: sql<Uuid | null>('n.id'),
  named: jsonList(
    {
      ...columns(SchemeNaming, 'm', 'id', 'namedOn'),
      scheme: column(Deployment, 'named', 'title'),
      ...orNull(columns(NamingAnswer, 'w', 'says', 'answeredOn')),
      ...orNull(columns(NamingDecision, 'y', 'outcome')),
    },
    `reviews.scheme_naming m JOIN deployments.deployment named ON named.id = m.deployment_id
      LEFT JOIN reviews.naming_answer w ON w.naming_id = m.id LEFT JOIN reviews.naming_decision y ON y.naming_id = m.id
      WHERE m.round_id = $1 AND m.organisation_id = o.id`,
    'm.named_on, m.id',
  ),
  reviewId: sql<Uuid | null>('s.review_id'),
  deploymentId: sql<Uuid | null>('s.deployment_id'),
  // Null where the reader may not see the deployment, or there is none.
  ...orNull({ deployment: column(Deployment, 'd', 'title') }),
  ...orNull(
    columns(
      Review,
      's',
      'startedOn',
      'acknowledgedOn',
      'submittedOn',
      'scoresOpenedOn',
      'moderationClosedOn',
      'replyDueOn',
      'replyClosedOn',
    ),
  ),
  ...orNull(columns(SelfAnswer, 's', 'answeredOn')),
  ...orNull(columns(Reply, 's', 'repliedOn')),
  releasedOn: sql<CalendarDay | null>('CASE WHEN p.withdrawn IS NOT TRUE THEN p.released_on END::text'),
});

/** One organisation in a round, with one of its schemes that is reviewed there, or none. */
export type RoundTableRow = RowOf<typeof LINE>;

/** More lines than a round of all trusts in England has. */
const MOST_LINES = 5000;

/** The SELECT of a round's table. Everything in it is for everyone to read, so that it is the same for all. */
@Injectable()
export class RoundTableQueries {
  constructor(private readonly database: Database) {}

  /** Every organisation that was asked, or has a review or a nil return in the round, in one statement. */
  lines(actor: Actor, roundId: Uuid): Promise<RoundTableRow[]> {
    return this.database.rows(scopeOf(actor), LINE.from(LINES, [roundId, MOST_LINES]));
  }
}

const LINES = `(SELECT w.organisation_id FROM reviews.scope_decision w WHERE w.round_id = $1 AND w.decision = 'ASKED'
    UNION SELECT w.organisation_id FROM reviews.step w WHERE w.round_id = $1
    UNION SELECT w.organisation_id FROM reviews.nil_return w WHERE w.round_id = $1) AS owing
  JOIN organisations.organisation o ON o.id = owing.organisation_id
  LEFT JOIN LATERAL (SELECT max(w.decided_on) AS on_day FROM reviews.scope_decision w
    WHERE w.round_id = $1 AND w.organisation_id = o.id AND w.decision = 'ASKED') AS asked ON TRUE
  LEFT JOIN LATERAL (SELECT newest.decided_on, newest.reason FROM (SELECT w.decision, w.decided_on, w.reason
      FROM reviews.scope_decision w WHERE w.round_id = $1 AND w.organisation_id = o.id ORDER BY w.turn DESC LIMIT 1) AS newest
    WHERE newest.decision = 'REMOVED') AS removed ON TRUE
  LEFT JOIN reviews.scope_acknowledgement a ON a.round_id = $1 AND a.organisation_id = o.id
  LEFT JOIN reviews.nil_return n ON n.round_id = $1 AND n.organisation_id = o.id
  LEFT JOIN reviews.nil_signature g ON g.nil_return_id = n.id
  LEFT JOIN reviews.nil_setting_aside x ON x.nil_return_id = n.id
  LEFT JOIN reviews.step s ON s.round_id = $1 AND s.organisation_id = o.id
  LEFT JOIN reviews.publicity p ON p.review_id = s.review_id
  LEFT JOIN deployments.deployment d ON d.id = s.deployment_id
  ORDER BY lower(o.name), o.id, s.started_on, s.review_id LIMIT $2`;
