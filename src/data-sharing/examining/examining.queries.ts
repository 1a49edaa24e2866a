import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { FLOW_DETAIL_COLUMNS } from '../flow/flow-columns.js';
import type { FlowDetail, ReportRow } from '../flow/flow-views.js';
import type { RuleKind } from '../../legal-basis/rules/engine/rule.js';
import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** One result as the matrix counts and lists it. */
export interface MatrixResult {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly kind: RuleKind;
  readonly message: string;
  readonly confidence: 'A' | 'B';
}

/** One submitted flow of the matrix with its newest report that came with a submission or a sign-off. */
export interface MatrixFlow {
  readonly id: Uuid;
  readonly title: string;
  readonly version: number;
  readonly report: ReportRow;
  readonly results: readonly MatrixResult[];
  /** The rules whose results a lead reviewer overrode in this version. */
  readonly overridden: readonly string[];
  /** Later judgements under another rule set, newest first. */
  readonly judgedAnew: readonly Pick<ReportRow, 'id' | 'label' | 'madeOn'>[];
}

/** A scheme with submitted flows that the actor examines. */
export interface ExaminedScheme {
  readonly id: Uuid;
  readonly key: string;
  readonly title: string;
  readonly flows: number;
  readonly newest: string;
}

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
    const rows = await this.database.rows<ExaminedScheme & { sort: string }>(scopeOf(actor), {
      text: `SELECT d.id, d.key, d.title, count(DISTINCT f.series_id)::int AS flows, max(f.submitted_on)::text AS newest,
          lower(d.title) AS sort
        FROM data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE ($1::text IS NULL OR (lower(d.title), d.id) > ($1, $2::uuid)) AND ${permitted.text}
        GROUP BY d.id ORDER BY lower(d.title), d.id LIMIT $3`,
      values: [
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
    });
    return pageOf(rows, request);
  }

  /** A page of the newest submitted version of each flow of a deployment, in the order they began, with its results. */
  async matrix(actor: Actor, deploymentId: Uuid, request: PageRequest): Promise<ListPage<MatrixFlow>> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 3 });
    const rows = await this.database.rows<MatrixFlow & { sort: string }>(scopeOf(actor), {
      text: `SELECT f.id, f.title, f.version, f.series_id::text AS sort, ${REPORT} AS report, ${RESULTS} AS results,
          ARRAY(SELECT DISTINCT o.rule FROM data_sharing.rule_override o WHERE o.flow_id = f.id ORDER BY 1) AS overridden,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'label', a.label, 'madeOn', a.made_on)
              ORDER BY a.id DESC), '[]') FROM data_sharing.rule_report a
            WHERE a.flow_id = f.id AND a.occasion = 're-evaluation') AS "judgedAnew"
        FROM (SELECT DISTINCT ON (f.series_id) f.* FROM data_sharing.data_flow f
          WHERE f.deployment_id = $1 AND f.submitted AND ($2::uuid IS NULL OR f.series_id > $2) AND ${permitted.text}
          ORDER BY f.series_id, f.version DESC LIMIT $3) f
        JOIN LATERAL (SELECT r.* FROM data_sharing.rule_report r
          WHERE r.flow_id = f.id AND r.occasion <> 're-evaluation' ORDER BY r.id DESC LIMIT 1) r ON true
        ORDER BY f.series_id`,
      values: [deploymentId, request.after?.sort ?? null, request.limit + 1, ...permitted.values],
    });
    return pageOf(rows, request);
  }

  /**
   * The flow of any of its versions' ids as it stood at the end of a day: the newest version submitted by then. Its
   * sign-offs, reports and overrides are all of them; the caller keeps those of the day. Null when none was submitted.
   */
  async submittedBy(actor: Actor, versionId: Uuid, day: CalendarDay): Promise<FlowDetail | null> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 2 });
    return this.database.row<FlowDetail>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${FLOW_DETAIL_COLUMNS} FROM data_sharing.data_flow f
        JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE f.series_id = (SELECT own.series_id FROM data_sharing.data_flow own WHERE own.id = $1)
          AND f.submitted AND f.submitted_on <= $2::date AND ${permitted.text}
        ORDER BY f.version DESC LIMIT 1`,
      values: [versionId, day, ...permitted.values],
    });
  }

  /** The first day on which any version of the flow was submitted; null when the actor examines none of it. */
  async firstSubmitted(
    actor: Actor,
    versionId: Uuid,
  ): Promise<{
    readonly on: string;
    readonly title: string;
    readonly deployment: FlowDetail['deployment'];
  } | null> {
    const permitted = this.access.where(actor, 'examine', DataFlow, { alias: 'f', after: 1 });
    return this.database.row(scopeOf(actor), {
      text: `SELECT f.submitted_on AS "on", f.title,
          jsonb_build_object('key', d.key, 'title', d.title, 'published', d.published) AS deployment
        FROM data_sharing.data_flow f JOIN deployments.deployment d ON d.id = f.deployment_id
        WHERE f.series_id = (SELECT own.series_id FROM data_sharing.data_flow own WHERE own.id = $1)
          AND f.submitted AND ${permitted.text} ORDER BY f.version LIMIT 1`,
      values: [versionId, ...permitted.values],
    });
  }
}

const REPORT = `jsonb_build_object('id', r.id, 'occasion', r.occasion, 'label', r.label, 'ruleSet', r.rule_set,
    'asAt', r.as_at, 'madeOn', r.made_on, 'inputHash', r.input_hash)`;

const RESULTS = `(SELECT jsonb_agg(jsonb_build_object('rule', x.one -> 'rule', 'outcome', x.one -> 'outcome',
    'kind', x.one -> 'kind', 'message', x.one -> 'message', 'confidence', x.one -> 'citation' -> 'confidence') ORDER BY x.place)
  FROM jsonb_array_elements(r.results) WITH ORDINALITY AS x (one, place))`;
