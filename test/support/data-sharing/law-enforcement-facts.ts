import { A_DOCUMENT } from './a-document.js';
/** A reason that says why nothing less will do. */
export const reason =
  'The officer who goes to the address has to know of the weapon found there last week, and nothing less would protect anyone.';

/** A police force processes under Part 3 of the Data Protection Act 2018, to prevent crime. */
export const part3 = {
  'parties[1].orgType': 'POLICE_FORCE',
  'assertions[1].regime': 'DPA_PART3',
  'assertions[1].leaPurpose': 'PREVENTION',
  'assertions[1].art6': undefined,
  'assertions[1].art9': undefined,
  'assertions[1].sch1Paras': undefined,
  purposeCodes: ['CRIME_PREVENTION'],
};

/** It is strictly necessary, with the reason, the paragraph of Schedule 8 and the policy document. */
export const sensitive = {
  ...part3,
  'assertions[1].s35Condition': 'STRICTLY_NECESSARY',
  'assertions[1].strictlyNecessaryText': reason,
  'assertions[1].sch8Para': 4,
  'assertions[1].s42ApdId': 'apd-42',
  policyDocuments: [
    { id: 'apd-42', type: 'S42_APD', orgId: 'ambulance', approvedOn: '2026-02-01', evidenceId: A_DOCUMENT },
  ],
};

/** A decision about one case, with everything that is asked of it. */
export const decision = { perCase: true, decider: true, offence: true, seriousness: true, told: true };

/** An automated system under Part 3 that logs, and tells suspects from victims. */
export const system = {
  ...part3,
  'security.automatedPart3System': true,
  'security.s62Logging': true,
  'security.s38Categories': true,
};

/** The force joined an assessment that answers Part 3. */
export const joined = { ...part3, 'dpia.coversPart3': true };
