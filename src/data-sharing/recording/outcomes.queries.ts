import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, sql } from '../../platform/database/selection.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** How often each outcome was found, what was not found left out; and how many stated results people judged, if any. */
export type Tally = Readonly<Partial<Record<Outcome | 'judged', number>>>;

/** Counts the outcomes of stored reports, for lists of flows. */
@Injectable()
export class OutcomesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The outcomes of the newest report of each of these flows; flows without a report that the actor may see are left out. */
  async ofFlows(actor: Actor, flowIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Tally>> {
    const permitted = this.access.where(actor, 'read', RuleReport, { alias: 'r', after: 1 });
    const rows = await this.database.rows(
      scopeOf(actor),
      OUTCOME_COUNT.from(
        `(SELECT DISTINCT ON (r.flow_id) r.flow_id, r.results FROM data_sharing.rule_report r
          WHERE r.flow_id = ANY ($1) AND ${permitted.text} ORDER BY r.flow_id, r.id DESC) newest
        CROSS JOIN LATERAL jsonb_array_elements(newest.results) AS result
        GROUP BY newest.flow_id, result ->> 'outcome'`,
        [flowIds, ...permitted.values],
      ),
    );
    const counts = new Map<Uuid, Tally>();
    for (const { flowId, outcome, count, judged } of rows)
      counts.set(flowId, { ...counts.get(flowId), [outcome]: count, ...(judged > 0 && { judged }) });
    return counts;
  }
}

const OUTCOME_COUNT = select({
  ...columns(RuleReport, 'newest', 'flowId'),
  outcome: sql<Outcome>("result ->> 'outcome'"),
  count: sql<number>('count(*)::integer'),
  judged: sql<number>(`count(*) FILTER (WHERE result ->> 'outcome' = 'STATED' AND EXISTS (
    SELECT FROM data_sharing.stated_judgement j WHERE j.flow_id = newest.flow_id AND j.rule = result ->> 'rule'
      AND j.rule_version = (result ->> 'version')::integer AND j.said = result ->> 'message'))::integer`),
});
