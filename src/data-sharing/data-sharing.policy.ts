import type { Policy } from '../access/policy.js';
import { DataFlow } from './data-flow.entity.js';
import { FlowDisclosure } from './flow-disclosure.entity.js';
import { FlowSignOff } from './flow-sign-off.entity.js';
import { RuleOverride } from './rule-override.entity.js';
import { RuleReport } from './rule-report.entity.js';

/** Kinds that exist only for submitted flows; whoever may read the flow then may read them. */
const OF_SUBMITTED_FLOWS = [RuleReport, FlowSignOff, RuleOverride] as const;

/**
 * A trust's own people read its drafts; cleared reviewers of the deployment and auditors read what is submitted; everyone
 * reads what is disclosed. Three different people submit, sign as Guardian and sign as executive; only a lead overrides.
 */
export const dataSharingPolicy: Policy = (actor, { allow }) => {
  allow('read', FlowDisclosure);
  const ours = actor.organisationsAs(
    'TRUST_SUBMITTER',
    'CALDICOTT_GUARDIAN',
    'DATA_PROTECTION_OFFICER',
    'EXECUTIVE_APPROVER',
  );
  const reviewing = actor.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER')
    ? actor.engagedIn('deployment')
    : [];
  if (ours.length > 0) allow('read', DataFlow, { organisationId: ours });
  if (reviewing.length > 0) allow('read', DataFlow, { deploymentId: reviewing, submitted: true });
  if (actor.holds('AUDITOR')) allow('read', DataFlow);
  for (const kind of OF_SUBMITTED_FLOWS) {
    if (ours.length > 0) allow('read', kind, { organisationId: ours });
    if (reviewing.length > 0) allow('read', kind, { deploymentId: reviewing });
    if (actor.holds('AUDITOR')) allow('read', kind);
  }

  const drafting = actor.organisationsAs('TRUST_SUBMITTER');
  if (drafting.length > 0) {
    allow(['draft', 'change', 'submit', 'revise'], DataFlow, { organisationId: drafting, submitted: false });
    allow('report', RuleReport, { organisationId: drafting });
    allow('disclose', FlowDisclosure, { organisationId: drafting });
  }
  const guarding = actor.organisationsAs('CALDICOTT_GUARDIAN');
  const advising = actor.organisationsAs('DATA_PROTECTION_OFFICER');
  const approving = actor.organisationsAs('EXECUTIVE_APPROVER');
  if (guarding.length > 0)
    allow('sign', FlowSignOff, { organisationId: guarding, capacity: 'CALDICOTT_GUARDIAN' });
  if (advising.length > 0) allow('sign', FlowSignOff, { organisationId: advising, capacity: 'DPO' });
  if (approving.length > 0)
    allow('sign', FlowSignOff, { organisationId: approving, capacity: ['SIRO', 'EXEC_APPROVER'] });
  const signing = [...guarding, ...advising, ...approving];
  if (signing.length > 0) {
    allow('report', RuleReport, { organisationId: signing, occasion: 'sign-off' });
    allow('disclose', FlowDisclosure, {
      organisationId: signing,
      subject: ['sign-off', 'rule-results'],
    });
  }
  if (actor.holds('LEAD_REVIEWER') && reviewing.length > 0) {
    allow('override', RuleOverride, { deploymentId: reviewing });
    allow('disclose', FlowDisclosure, { deploymentId: reviewing, subject: 'override' });
    allow('report', RuleReport, { deploymentId: reviewing, occasion: 're-evaluation' });
  }
  if (actor.standing === 'operator') allow('report', RuleReport, { occasion: 're-evaluation' });
};
