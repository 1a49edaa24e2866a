import type { Policy, SubjectClass } from '../access/policy.js';
import { standIn } from '../access/stand-in.js';
import type { Actor } from '../identity/actor.js';
import { NO_RECORDS, type EngagedRecords } from '../identity/engagements.js';
import type { Uuid } from '../kernel/identifiers.js';
import { DataFlow } from './flow/data-flow.entity.js';
import { FlowDisclosure } from './flow/flow-disclosure.entity.js';
import { FlowSignOff } from './flow/flow-sign-off.entity.js';
import type { PartOfFlow } from './flow/part-of-flow.entity.js';
import { RuleOverride } from './flow/rule-override.entity.js';
import { RuleReport } from './flow/rule-report.entity.js';
import { StatedJudgement } from './flow/stated-judgement.entity.js';

/** Kinds that exist only for submitted flows; whoever may read the submitted flow may read them. */
const OF_SUBMITTED_FLOWS: readonly SubjectClass<PartOfFlow>[] = [
  RuleReport,
  FlowSignOff,
  RuleOverride,
  StatedJudgement,
];

/**
 * A trust's own people read its drafts; cleared reviewers of the deployment and auditors read what is submitted; everyone
 * reads what is disclosed. Those who sign do so in their own capacity, only a lead reviewer overrides, and what a record only
 * states is judged by the Guardian, the officer and the reviewers.
 */
export const dataSharingPolicy: Policy = (actor, rules) => {
  rules.allow('read', FlowDisclosure);
  reading(actor, rules);
  drafting(actor.organisationsAs('TRUST_SUBMITTER'), rules);
  signing(actor, rules);
  judgingStated(actor, rules);
  if (actor.holds('LEAD_REVIEWER')) leading(underReviewBy(actor), rules);
  if (actor.standing === 'operator') rules.allow('report', RuleReport, { occasion: 're-evaluation' });
};

/** Any submitted flow of a deployment, to ask whether somebody may examine what its trust submitted. */
export function flowUnderReview(deploymentId: Uuid): DataFlow {
  return standIn(DataFlow, { deploymentId, submitted: true });
}

type Rules = Parameters<Policy>[1];

function reading(actor: Actor, { allow }: Rules): void {
  const ours = {
    organisationId: actor.organisationsAs(
      'TRUST_SUBMITTER',
      'CALDICOTT_GUARDIAN',
      'DATA_PROTECTION_OFFICER',
      'EXECUTIVE_APPROVER',
    ),
  };
  const reviewed = { deploymentId: underReviewBy(actor) };
  if (ours.organisationId.length > 0) allow('read', DataFlow, ours);
  if (!reviewed.deploymentId.isEmpty) allow(['read', 'examine'], DataFlow, { ...reviewed, submitted: true });
  if (actor.holds('AUDITOR')) {
    allow('read', DataFlow);
    allow('examine', DataFlow, { submitted: true });
  }
  for (const kind of OF_SUBMITTED_FLOWS) {
    if (ours.organisationId.length > 0) allow('read', kind, ours);
    if (!reviewed.deploymentId.isEmpty) allow('read', kind, reviewed);
    if (actor.holds('AUDITOR')) allow('read', kind);
  }
}

function drafting(organisationId: readonly Uuid[], { allow }: Rules): void {
  if (organisationId.length === 0) return;
  allow(['draft', 'revise'], DataFlow, { organisationId, submitted: false });
  allow(['change', 'explain', 'submit', 'put-aside', 'take-up'], DataFlow, { organisationId });
  allow('report', RuleReport, { organisationId, occasion: 'submission' });
  allow('disclose', FlowDisclosure, { organisationId, subject: 'rule-results' });
}

function signing(actor: Actor, { allow }: Rules): void {
  const guarding = actor.organisationsAs('CALDICOTT_GUARDIAN');
  const advising = actor.organisationsAs('DATA_PROTECTION_OFFICER');
  const approving = actor.organisationsAs('EXECUTIVE_APPROVER');
  const capacities = [
    [guarding, ['CALDICOTT_GUARDIAN']],
    [advising, ['DPO']],
    [approving, ['SIRO', 'EXEC_APPROVER']],
  ] as const;
  for (const [organisationId, capacity] of capacities)
    if (organisationId.length > 0) allow('sign', FlowSignOff, { organisationId, capacity });
  const organisationId = [...guarding, ...advising, ...approving];
  if (organisationId.length === 0) return;
  allow('report', RuleReport, { organisationId, occasion: 'sign-off' });
  allow('disclose', FlowDisclosure, { organisationId, subject: ['sign-off', 'rule-results'] });
}

function judgingStated(actor: Actor, { allow }: Rules): void {
  const ofTrust = [
    ['CALDICOTT_GUARDIAN', actor.organisationsAs('CALDICOTT_GUARDIAN')],
    ['DPO', actor.organisationsAs('DATA_PROTECTION_OFFICER')],
  ] as const;
  for (const [post, organisationId] of ofTrust) {
    if (organisationId.length === 0) continue;
    allow('judge', StatedJudgement, { organisationId, post });
    allow('disclose', FlowDisclosure, { organisationId, subject: 'judgement' });
  }
  const deploymentId = underReviewBy(actor);
  if (deploymentId.isEmpty) return;
  allow('judge', StatedJudgement, { deploymentId, post: 'REVIEWER' });
  allow('disclose', FlowDisclosure, { deploymentId, subject: 'judgement' });
}

function leading(deploymentId: EngagedRecords, { allow }: Rules): void {
  if (deploymentId.isEmpty) return;
  allow('override', RuleOverride, { deploymentId });
  allow('report', RuleReport, { deploymentId, occasion: 're-evaluation' });
  allow('disclose', FlowDisclosure, { deploymentId, subject: 'override' });
}

/** Deployments in whose review the person takes part, their interests declared and cleared. */
function underReviewBy(actor: Actor): EngagedRecords {
  return actor.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
    ? actor.engagedIn('deployment-under-review')
    : NO_RECORDS;
}
