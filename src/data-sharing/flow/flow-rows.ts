import { Deployment } from '../../deployments/deployment.entity.js';
import {
  columns,
  jsonList,
  jsonObject,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../../platform/database/selection.js';
import { DataFlow } from './data-flow.entity.js';
import { FlowSignOff } from './flow-sign-off.entity.js';
import { RuleOverride } from './rule-override.entity.js';
import { RuleReport } from './rule-report.entity.js';
import { StatedJudgement } from './stated-judgement.entity.js';

/** What every reader is told of a sign-off at once: the post, never the person. */
export const SHORT_SIGN_OFF = columns(FlowSignOff, 's', 'capacity', 'decision', 'signedOn');

/** A sign-off as readers see it: the post, never the person. */
export const SIGN_OFF = {
  ...columns(FlowSignOff, 's', 'id', 'reasons', 'conditions', 'adviceFollowed', 'adviceNotFollowedReason'),
  ...columns(FlowSignOff, 's', 'dissent', 'schemeParts'),
  ...SHORT_SIGN_OFF,
};

/** A rule report without its results. */
export const REPORT = columns(
  RuleReport,
  'r',
  'id',
  'occasion',
  'label',
  'ruleSet',
  'asAt',
  'madeOn',
  'inputHash',
);

const VERSION = columns(DataFlow, 'v', 'id', 'version', 'submittedOn', 'putAsideOn', 'replacesReason');

const OVERRIDE = columns(
  RuleOverride,
  'o',
  'id',
  'reportId',
  'rule',
  'ruleVersion',
  'outcome',
  'reason',
  'evidence',
  'madeOn',
);

const JUDGEMENT = {
  ...columns(StatedJudgement, 'j', 'id', 'reportId', 'inputHash', 'rule', 'ruleVersion', 'said'),
  ...columns(StatedJudgement, 'j', 'post', 'finding', 'reason', 'judgedOn'),
  /** The day on which the same post, or the same reviewer, judged it anew; null for their last word. */
  followedOn: sql<string | null>(`(SELECT min(l.judged_on)::text FROM data_sharing.stated_judgement l
    WHERE l.flow_id = j.flow_id AND l.rule = j.rule AND l.post = j.post AND l.id > j.id
      AND (j.post <> 'REVIEWER' OR l.judged_by = j.judged_by))`),
};

/** The judgements of what a version only states, rule by rule and oldest first; `flow` is its id in SQL. */
export function judgementsOn(flow: string) {
  return jsonList(JUDGEMENT, `data_sharing.stated_judgement j WHERE j.flow_id = ${flow}`, 'j.rule, j.id');
}

const OF_EVERY_FLOW = {
  ...columns(DataFlow, 'f', 'id', 'seriesId', 'version', 'deploymentId', 'organisationId', 'title'),
  ...columns(DataFlow, 'f', 'submitted', 'submittedOn', 'putAsideOn', 'putAsideReason'),
};

/** A flow `f` in a list: the newest version that the reader may see, with its sign-offs in short, oldest first. */
export const FLOW_ROW = select({
  ...OF_EVERY_FLOW,
  archetype: sql<string | null>("f.content ->> 'archetype'"),
  status: sql<string | null>("f.content ->> 'status'"),
  signOffs: jsonList(SHORT_SIGN_OFF, 'data_sharing.flow_sign_off s WHERE s.flow_id = f.id', 's.id'),
});

/** A flow `f` in the queue of somebody who signs, with the deployment `d` that it belongs to. */
export const QUEUED_FLOW = FLOW_ROW.and({ deployment: jsonObject(columns(Deployment, 'd', 'key', 'title')) });

/** What a flow `f` says of its deployment `d`. */
export const OWN_DEPLOYMENT = jsonObject(columns(Deployment, 'd', 'key', 'title', 'published'));

/**
 * Everything about one version `f` of a flow of the deployment `d`. Versions are those that the reader may see, newest
 * first; sign-offs, reports, overrides and judgements come oldest first.
 */
export const FLOW_DETAIL = select({
  ...OF_EVERY_FLOW,
  ...columns(DataFlow, 'f', 'revision', 'content', 'explanations', 'replacesId', 'replacesReason'),
  deployment: OWN_DEPLOYMENT,
  versions: jsonList(VERSION, 'data_sharing.data_flow v WHERE v.series_id = f.series_id', 'v.version DESC'),
  signOffs: jsonList(SIGN_OFF, 'data_sharing.flow_sign_off s WHERE s.flow_id = f.id', 's.id'),
  reports: jsonList(REPORT, 'data_sharing.rule_report r WHERE r.flow_id = f.id', 'r.id'),
  overrides: jsonList(OVERRIDE, 'data_sharing.rule_override o WHERE o.flow_id = f.id', 'o.id'),
  judgements: judgementsOn('f.id'),
});

/** A rule report `r`, whole, with what people found of what its version only states. */
export const STORED_REPORT = select({
  ...REPORT,
  ...columns(RuleReport, 'r', 'flowId', 'results', 'readInPart'),
  judgements: judgementsOn('r.flow_id'),
});

/** One flow in a list. */
export type FlowRow = RowOf<typeof FLOW_ROW>;

/** One flow in the queue of somebody who signs. */
export type QueuedFlow = RowOf<typeof QUEUED_FLOW>;

/** Everything about one version of a flow. */
export type FlowDetail = RowOf<typeof FLOW_DETAIL>;

/** One version of a flow as its history lists it. */
export type VersionRow = JsonRow<typeof VERSION>;

/** A sign-off as readers see it. */
export type SignOffRow = JsonRow<typeof SIGN_OFF>;

/** One rule report, whole. */
export type StoredReport = RowOf<typeof STORED_REPORT>;

/** One override as readers see it. */
export type OverrideRow = JsonRow<typeof OVERRIDE>;

/** What a person found of one stated result, as readers see it: the post, never the person. */
export type JudgementRow = JsonRow<typeof JUDGEMENT>;

/** True of a version that is not put aside. */
export function stands({ putAsideOn }: Pick<VersionRow, 'putAsideOn'>): boolean {
  return putAsideOn === null;
}
