import { seenIn } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { holds, holdsOnRecord, together } from '../../matter/verdict.js';
import { hasRoute } from '../../reading/confidentiality.js';

/** R-CF-06: each decision in the public interest is logged with its reasons. */
export const rCf06 = flowRule({
  id: 'R-CF-06',
  version: 1,
  kind: 'C',
  appliesTo: 'reliance on the overriding public interest',
  fields: [
    'confidentiality.perCaseDecisionLog',
    'confidentiality.decisionFields.decider',
    'confidentiality.decisionFields.harmAverted',
    'confidentiality.decisionFields.proportionality',
    'confidentiality.decisionFields.consentSought',
    'confidentiality.decisionFields.told',
    'confidentiality.route',
  ],
  citation: seenIn('Guidance on sharing information with the police', 'L13'),
  message: 'This record does not show a log of each decision with its reasons',
  whatToDo:
    'Log who decided, which serious harm is averted, why it is proportionate, whether consent was sought and whether the person was told.',
  applies: ({ flow }) => hasRoute(flow, 'OVERRIDING_PUBLIC_INTEREST'),
  evaluate: ({ flow }) => {
    const { perCaseDecisionLog, decisionFields } = flow.confidentiality ?? {};
    if (perCaseDecisionLog !== true) return holds(perCaseDecisionLog, 'decisions are not logged');
    return together(
      holdsOnRecord(decisionFields?.decider, 'the log does not say who decided'),
      holdsOnRecord(decisionFields?.harmAverted, 'the log does not say which serious harm is averted'),
      holdsOnRecord(decisionFields?.proportionality, 'the log does not say why it is proportionate'),
      holdsOnRecord(decisionFields?.consentSought, 'the log does not say whether consent was sought'),
      holdsOnRecord(decisionFields?.told, 'the log does not say whether the person was told'),
    );
  },
});
