import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  jsonList,
  jsonObject,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../../platform/database/selection.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { FLOW_DETAIL, judgementsOn, OWN_DEPLOYMENT, REPORT, type FlowDetail } from '../flow/flow-rows.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import type { RuleKind } from '../../legal-basis/rules/engine/rule.js';
import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** Every SELECT for those who examine what trusts submitted. */
@Injectable()
export class ExaminingQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of schemes with flows for the actor to examine, by title. */
  async schemes(actor: Actor, request: PageRequest): Promise<ListPage<ExaminedScheme>> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 3 });
    const rows = await this.database.rows(
      scopeOf(actor),
      EXAMINED_SCHEME.from(
        `data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE ($1::text IS NULL OR (lower(d.title), d.id) > ($1, $2::uuid)) AND ${permitted.text}
        GROUP BY d.id ORDER BY lower(d.title), d.id LIMIT $3`,
        [request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1, ...permitted.values],
      ),
    );
    return pageOf(rows, request);
  }

  /** A page of the newest submitted version of each flow of a deployment, in the order they began, with its results. */
  async matrix(actor: Actor, deploymentId: Uuid, request: PageRequest): Promise<ListPage<MatrixFlow>> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 3 });
    const rows = await this.database.rows(
      scopeOf(actor),
      MATRIX_FLOW.from(
        `(SELECT DISTINCT ON (f.series_id) f.* FROM data_sharing.data_flow f
          WHERE f.deployment_id = $1 AND f.submitted AND ($2::uuid IS NULL OR f.series_id > $2) AND ${permitted.text}
          ORDER BY f.series_id, f.version DESC LIMIT $3) f
        JOIN LATERAL (SELECT r.* FROM data_sharing.rule_report r
          WHERE r.flow_id = f.id AND r.occasion <> 're-evaluation' ORDER BY r.id DESC LIMIT 1) r ON true
        ORDER BY f.series_id`,
        [deploymentId, request.after?.sort ?? null, request.limit + 1, ...permitted.values],
      ),
    );
    return pageOf(rows, request);
  }

  /**
   * The flow of any of its versions' ids as it stood at the end of a day: the newest version submitted by then. Its
   * sign-offs, reports and overrides are all of them; the caller keeps those of the day. Null when none was submitted.
   */
  async submittedBy(actor: Actor, versionId: Uuid, day: CalendarDay): Promise<FlowDetail | null> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 2 });
    return this.database.row(
      scopeOf(actor),
      FLOW_DETAIL.from(
        `data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE f.series_id = (SELECT own.series_id FROM data_sharing.data_flow own WHERE own.id = $1)
          AND f.submitted AND f.submitted_on <= $2::date AND ${permitted.text}
        ORDER BY f.version DESC LIMIT 1`,
        [versionId, day, ...permitted.values],
        true,
      ),
    );
  }

  /** The first day on which any version of the flow was submitted; null when the actor examines none of it. */
  async firstSubmitted(actor: Actor, versionId: Uuid): Promise<FirstSubmission | null> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 1 });
    return this.database.row(
      scopeOf(actor),
      FIRST_SUBMISSION.from(
        `data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE f.series_id = (SELECT own.series_id FROM data_sharing.data_flow own WHERE own.id = $1)
          AND f.submitted AND ${permitted.text} ORDER BY f.version LIMIT 1`,
        [versionId, ...permitted.values],
      ),
    );
  }
}

const EXAMINED_SCHEME = select({
  ...columns(Deployment, 'd', 'id', 'key', 'title'),
  flows: sql<number>('count(DISTINCT f.series_id)::int'),
  newest: sql<string>('max(f.submitted_on)::text'),
  sort: sql<string>('lower(d.title)'),
});

const RESULT = {
  rule: sql<string>("x.one -> 'rule'"),
  version: sql<number>("x.one -> 'version'"),
  outcome: sql<Outcome>("x.one -> 'outcome'"),
  kind: sql<RuleKind>("x.one -> 'kind'"),
  message: sql<string>("x.one -> 'message'"),
  confidence: sql<'A' | 'B'>("x.one -> 'citation' -> 'confidence'"),
};

const MATRIX_FLOW = select({
  ...columns(DataFlow, 'f', 'id', 'title', 'version'),
  sort: sql<string>('f.series_id::text'),
  report: jsonObject(REPORT),
  results: jsonList(RESULT, 'jsonb_array_elements(r.results) WITH ORDINALITY AS x (one, place)', 'x.place'),
  /** The rules whose results a lead reviewer overrode in this version. */
  overridden: sql<readonly string[]>(
    'ARRAY(SELECT DISTINCT o.rule FROM data_sharing.rule_override o WHERE o.flow_id = f.id ORDER BY 1)',
  ),
  judgements: judgementsOn('f.id'),
  /** Later judgements under another rule set, newest first. */
  judgedAnew: jsonList(
    columns(RuleReport, 'a', 'id', 'label', 'madeOn'),
    "data_sharing.rule_report a WHERE a.flow_id = f.id AND a.occasion = 're-evaluation'",
    'a.id DESC',
  ),
});

const FIRST_SUBMISSION = select({
  on: column(DataFlow, 'f', 'submittedOn'),
  ...columns(DataFlow, 'f', 'title'),
  deployment: OWN_DEPLOYMENT,
});

/** A scheme with submitted flows that the actor examines. */
export type ExaminedScheme = Omit<RowOf<typeof EXAMINED_SCHEME>, 'sort'>;

/** One result as the matrix counts and lists it. */
export type MatrixResult = JsonRow<typeof RESULT>;

/** One submitted flow of the matrix with its newest report that came with a submission or a sign-off. */
export type MatrixFlow = Omit<RowOf<typeof MATRIX_FLOW>, 'sort'>;

/** When a flow was first submitted, and what it is. */
export type FirstSubmission = RowOf<typeof FIRST_SUBMISSION>;
