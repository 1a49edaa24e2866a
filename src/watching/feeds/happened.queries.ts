import { Injectable } from '@nestjs/common';
import { VISITOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';

/** Everything that a feed tells of. */
type Happening =
  | 'CHANGED'
  | 'HALT_ORDERED'
  | 'STARTED'
  | 'ACKNOWLEDGED'
  | 'SUBMITTED'
  | 'OPENED'
  | 'MODERATED'
  | 'REPLIED'
  | 'RELEASED'
  | 'QUESTION'
  | 'ANSWERED'
  | 'ASKED'
  | 'REMOVED';

const HAPPENED = select({
  what: sql<Happening>('h.what'),
  recordId: sql<Uuid>('h.record_id'),
  day: sql<CalendarDay>('h.day::text'),
  /** The field of a change, or whom or what it concerns. */
  detail: sql<string | null>('h.detail'),
  kind: sql<string | null>('h.kind'),
});

/** One thing that happened and that everyone may read. */
export type HappenedRow = RowOf<typeof HAPPENED>;

const MOST_ENTRIES = 50;

/**
 * Every SELECT of what a feed tells. It reads as a visitor, whoever asks: PostgreSQL shows it what is public and nothing
 * else, so that nothing about concerns, nothing that is a draft and nothing that is sealed can ever go this way.
 */
@Injectable()
export class HappenedQueries {
  constructor(private readonly database: Database) {}

  /** What happened to a scheme, newest first. */
  ofScheme(id: Uuid): Promise<HappenedRow[]> {
    return this.read(
      ofSchemes('d.id = $1', "g.about_kind = 'deployment' AND g.about_id = $1", 's.deployment_id = $1'),
      id,
    );
  }

  /** What happened to an organisation and the schemes that it leads, newest first. */
  ofOrganisation(id: Uuid): Promise<HappenedRow[]> {
    const changed = `g.about_kind = 'organisation' AND g.about_id = $1 OR g.about_kind = 'deployment'
      AND g.about_id IN (SELECT d.id FROM deployments.deployment d WHERE d.lead_organisation_id = $1)`;
    return this.read(
      `${ofSchemes('d.lead_organisation_id = $1', changed, 's.organisation_id = $1')} UNION ALL
        SELECT w.decision, w.id, w.decided_on, n.title, NULL FROM reviews.scope_decision w
          JOIN reviews.round n ON n.id = w.round_id
          WHERE w.organisation_id = $1 AND w.decision IN ('ASKED', 'REMOVED')`,
      id,
    );
  }

  private read(happened: string, id: Uuid): Promise<HappenedRow[]> {
    return this.database.rows(
      scopeOf(VISITOR),
      HAPPENED.from(
        `(${happened}) AS h (what, record_id, day, detail, kind)
          WHERE h.day IS NOT NULL ORDER BY h.day DESC, h.what, h.record_id LIMIT $2`,
        [id, MOST_ENTRIES],
      ),
    );
  }
}

/** What happened to schemes, of which all three conditions say which. */
function ofSchemes(scheme: string, changed: string, reviewed: string): string {
  const step = (what: string, on: string): string =>
    `SELECT '${what}', s.review_id, s.${on}, NULL, NULL FROM reviews.step s
      JOIN deployments.deployment d ON d.id = s.deployment_id WHERE ${reviewed}`;
  return `SELECT 'CHANGED', g.id, g.day, g.field, g.subject_kind FROM ledger.change g WHERE ${changed}
    UNION ALL SELECT 'HALT_ORDERED', h.id, h.ordered_on, h.ordered_by, NULL FROM deployments.halt h
      JOIN deployments.deployment d ON d.id = h.deployment_id WHERE ${scheme}
    UNION ALL ${step('STARTED', 'started_on')}
    UNION ALL ${step('ACKNOWLEDGED', 'acknowledged_on')}
    UNION ALL ${step('SUBMITTED', 'submitted_on')}
    UNION ALL ${step('OPENED', 'scores_opened_on')}
    UNION ALL ${step('MODERATED', 'moderation_closed_on')}
    UNION ALL ${step('REPLIED', 'reply_closed_on')}
    UNION ALL SELECT 'RELEASED', z.id, z.published_on, z.number::text, NULL FROM publication.release z
      JOIN reviews.step s ON s.review_id = z.review_id
      JOIN deployments.deployment d ON d.id = s.deployment_id WHERE ${reviewed}
    UNION ALL SELECT 'QUESTION', q.id, q.read_on, NULL, NULL FROM public_questions.put_up() q
      JOIN deployments.deployment d ON d.id = q.deployment_id WHERE ${scheme}
    UNION ALL SELECT 'ANSWERED', a.id, a.answered_on, NULL, NULL FROM public_questions.answer a
      JOIN public_questions.put_up() q ON q.id = a.question_id
      JOIN deployments.deployment d ON d.id = q.deployment_id WHERE ${scheme}`;
}
