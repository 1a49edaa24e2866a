import { A_DOCUMENT } from './a-document.js';
import type { Changes } from './changed.js';

/** A record whose assertions name this condition of Article 9 with these paragraphs of Schedule 1. */
export function condition(art9: string, ...sch1Paras: string[]): Changes {
  return { 'assertions[*].art9': [art9], 'assertions[*].sch1Paras': sch1Paras };
}

/** Substantial public interest with the safeguarding paragraph (Data Protection Act 2018, Schedule 1 paragraph 18). */
export const para18 = condition('9_2_g', 'P2.18');

/** Substantial public interest with the paragraph on unlawful acts (Schedule 1 paragraph 10). */
export const para10 = condition('9_2_g', 'P2.10');

/** The other party is a police force. */
export const police: Changes = { 'parties[1].orgType': 'POLICE_FORCE' };

/** Each party has a policy document of its own, linked and approved the month before the model flow begins. */
export const policies: Changes = {
  'assertions[0].apdId': 'apd-1',
  'assertions[1].apdId': 'apd-2',
  policyDocuments: [policyOf('apd-1', 'trust'), policyOf('apd-2', 'ambulance')],
};

function policyOf(id: string, orgId: string) {
  return { id, orgId, type: 'APD', approvedOn: '2026-02-01', evidenceId: A_DOCUMENT };
}

/** What a paragraph of Schedule 1 asks for besides. */
export function limbs(answers: object): Changes {
  return { 'assertions[*].substantialPublicInterest': answers };
}

/** Bodies that are not for profit, as Article 9(2)(d) asks. */
const charity = { 'parties[0].orgType': 'CHARITY', 'parties[1].orgType': 'USER_LED_GROUP' };

/** A flow whose paragraph rests on a policy document that is linked, with these changes to the document. */
export const linked = (changes: object = {}) => ({
  ...para18,
  'assertions[0].apdId': 'apd-1',
  'assertions[1].sch1Paras': ['P1.2'],
  policyDocuments: [
    {
      id: 'apd-1',
      type: 'APD',
      orgId: 'trust',
      evidenceId: A_DOCUMENT,
      approvedOn: '2026-02-01',
      ...changes,
    },
  ],
});

/** The same bodies, about their members alone. */
export const members = {
  ...charity,
  ...condition('9_2_d'),
  'assertions[*].notForProfitAim': true,
  'assertions[*].membersOnly': true,
};

/** Research with what Article 89 asks for. */
export const research = {
  ...condition('9_2_j', 'P1.4'),
  'assertions[*].individualDecisions': false,
  'assertions[*].researchSafeguardsRef': 'Protocol 4',
};

/** Every controller says that it acts under Part 3 of the Data Protection Act 2018. */
export const part3 = { 'assertions[*].regime': 'DPA_PART3' };
