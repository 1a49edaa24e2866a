import type { Uuid } from '../../kernel/identifiers.js';
import type { Disclosed } from './disclosed.js';
import type { DisclosureSubject } from './flow-disclosure.entity.js';
import type { Explanations } from '../../legal-basis/explanations.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import type { ReportOccasion } from './rule-report.entity.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import type { SignOffCapacity, SignOffDecision } from './sign-off-choices.js';

/** A sign-off as readers see it: the post, never the person. */
export interface SignOffView {
  readonly id: Uuid;
  readonly capacity: SignOffCapacity;
  readonly decision: SignOffDecision;
  readonly signedOn: string;
  readonly reasons: string;
  readonly conditions: string | null;
  readonly adviceFollowed: boolean | null;
  readonly adviceNotFollowedReason: string | null;
  readonly dissent: string | null;
  readonly schemeParts: readonly string[];
}

/** One flow in a list: the newest version that the reader may see. */
export interface FlowRow {
  readonly id: Uuid;
  readonly seriesId: Uuid;
  readonly version: number;
  readonly deploymentId: Uuid;
  readonly organisationId: Uuid;
  readonly title: string;
  readonly archetype: string | null;
  readonly status: string | null;
  readonly submitted: boolean;
  readonly submittedOn: string | null;
  /** The day on which a draft was put aside, and why; null for what stands. */
  readonly putAsideOn: string | null;
  readonly putAsideReason: string | null;
  readonly signOffs: readonly Pick<SignOffView, 'capacity' | 'decision' | 'signedOn'>[];
}

/** A flow in the queue of somebody who signs, with the deployment that it belongs to. */
export interface QueuedFlow extends FlowRow {
  readonly deployment: { readonly key: string; readonly title: string };
}

/** One version of a flow as its history lists it. */
export interface VersionView {
  readonly id: Uuid;
  readonly version: number;
  readonly submittedOn: string | null;
  readonly putAsideOn: string | null;
  readonly replacesReason: string | null;
}

/** One rule report without its results. */
export interface ReportRow {
  readonly id: Uuid;
  readonly occasion: ReportOccasion;
  readonly label: string;
  readonly ruleSet: string;
  readonly asAt: string;
  readonly madeOn: string;
  readonly inputHash: string;
}

/** One rule report, whole. */
export interface ReportView extends ReportRow {
  readonly flowId: Uuid;
  readonly results: readonly RuleResult[];
}

/** One override as readers see it. */
export interface OverrideView {
  readonly id: Uuid;
  readonly reportId: Uuid;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly outcome: string;
  readonly reason: string;
  readonly evidence: string;
  readonly madeOn: string;
}

/** Everything about one version of a flow. */
export interface FlowDetail extends Omit<FlowRow, 'signOffs' | 'archetype' | 'status'> {
  readonly revision: number;
  readonly content: FlowContent;
  readonly explanations: Explanations;
  readonly replacesId: Uuid | null;
  readonly replacesReason: string | null;
  readonly deployment: { readonly key: string; readonly title: string; readonly published: boolean };
  /** Every version that the reader may see, newest first. */
  readonly versions: readonly VersionView[];
  /** Oldest first. */
  readonly signOffs: readonly SignOffView[];
  /** Oldest first. */
  readonly reports: readonly ReportRow[];
  /** Oldest first. */
  readonly overrides: readonly OverrideView[];
}

/** One thing that the public is told of a flow. */
export interface DisclosureRow {
  readonly id: Uuid;
  readonly flowId: Uuid;
  readonly seriesId: Uuid;
  readonly version: number;
  readonly subject: DisclosureSubject;
  readonly disclosedOn: string;
  readonly content: Disclosed;
}

/** True of a version that is not put aside. */
export function stands({ putAsideOn }: Pick<VersionView, 'putAsideOn'>): boolean {
  return putAsideOn === null;
}
