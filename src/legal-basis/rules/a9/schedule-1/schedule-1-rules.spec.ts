import {
  condition,
  para10,
  para18,
  police,
} from '../../../../../test/support/data-sharing/article-9-facts.js';
import { fixtureTable } from '../../../../../test/support/data-sharing/fixture-table.js';
import { schedule1Rules } from './schedule-1-rules.js';

const apd = {
  'assertions[*].apdId': 'apd-1',
  policyDocuments: [{ id: 'apd-1', type: 'APD', approvedOn: '2026-02-01' }],
};
const atRisk = {
  ...para18,
  'assertions[*].atRiskTest': { careNeeds: true, harmRisk: true, unableToProtect: true },
  'assertions[*].sch1NoConsentReason': 'WOULD_PREJUDICE_PROTECTION',
};

fixtureTable('Rules on Schedule 1', schedule1Rules, [
  ['R-A9-02', 'PASS', 'a Schedule 1 paragraph is named', {}],
  ['R-A9-02', 'FAIL', 'none is named', condition('9_2_g')],
  ['R-A9-02', 'UNKNOWN', 'it is “not known”', condition('9_2_g', 'NOT_KNOWN')],
  ['R-A9-02', 'DOES_NOT_APPLY', 'explicit consent needs none', condition('9_2_a')],

  ['R-A9-03', 'PASS', 'health or social care goes with Part 1 para 2', {}],
  ['R-A9-03', 'FAIL', 'health or social care is paired with safeguarding', condition('9_2_h', 'P2.18')],
  [
    'R-A9-03',
    'FAIL',
    'substantial public interest is paired with a paragraph that does not exist',
    condition('9_2_g', 'P2.29'),
  ],
  ['R-A9-03', 'UNKNOWN', 'the paragraph is “not known”', condition('9_2_g', 'NOT_KNOWN')],
  ['R-A9-03', 'DOES_NOT_APPLY', 'no paragraph is named', condition('9_2_g')],

  ['R-A9-04', 'PASS', 'safeguarding has its policy document', { ...para18, ...apd }],
  ['R-A9-04', 'FAIL', 'safeguarding has none', para18],
  ['R-A9-04', 'DOES_NOT_APPLY', 'unlawful acts are disclosed to the police', { ...para10, ...police }],
  ['R-A9-04', 'FAIL', 'unlawful acts are disclosed to an ambulance trust', para10],
  [
    'R-A9-04',
    'UNKNOWN',
    'unlawful acts are disclosed to an unknown kind of body',
    { ...para10, 'parties[1].orgType': 'NOT_KNOWN' },
  ],

  ['R-A9-05', 'PASS', 'the policy document was approved the month before', { ...para18, ...apd }],
  [
    'R-A9-05',
    'FAIL',
    'it was approved after the flow began',
    { ...para18, ...apd, 'policyDocuments[0].approvedOn': '2026-03-02' },
  ],
  [
    'R-A9-05',
    'WARN',
    'it was last reviewed three years ago',
    { ...para18, ...apd, 'policyDocuments[0].approvedOn': '2023-01-01' },
  ],
  [
    'R-A9-05',
    'UNKNOWN',
    'the document linked is not in the record',
    { ...para18, ...apd, policyDocuments: [] },
  ],
  ['R-A9-05', 'DOES_NOT_APPLY', 'no policy document is linked', {}],

  ['R-A9-12', 'PASS', 'every part of the test is recorded', atRisk],
  ['R-A9-12', 'PASS', 'the person is under 18', { ...atRisk, 'assertions[*].atRiskTest': { under18: true } }],
  ['R-A9-12', 'FAIL', 'no test is recorded', { ...atRisk, 'assertions[*].atRiskTest': undefined }],
  [
    'R-A9-12',
    'FAIL',
    'the person could protect themself',
    { ...atRisk, 'assertions[0].atRiskTest.unableToProtect': false },
  ],
  [
    'R-A9-12',
    'FAIL',
    'the reason is that the person refused',
    { ...atRisk, 'assertions[*].sch1NoConsentReason': 'PERSON_REFUSED' },
  ],
  [
    'R-A9-12',
    'UNKNOWN',
    'the reason is “not known”',
    { ...atRisk, 'assertions[*].sch1NoConsentReason': 'NOT_KNOWN' },
  ],
  ['R-A9-12', 'DOES_NOT_APPLY', 'nobody relies on safeguarding', {}],

  ['R-A9-13', 'PASS', 'it is decided case by case', para18],
  [
    'R-A9-13',
    'FAIL',
    'it covers the caseload as a standing arrangement',
    { ...para18, frequency: 'STANDING' },
  ],
  [
    'R-A9-13',
    'WARN',
    'it covers the caseload, with a record for each person',
    {
      ...para18,
      frequency: 'STANDING',
      'assertions[*].perPersonRecord': true,
    },
  ],
  ['R-A9-13', 'UNKNOWN', 'nobody says how often', { ...para18, frequency: undefined }],

  [
    'R-A9-14',
    'STATED',
    'an assault is named',
    { ...para10, 'assertions[*].unlawfulActText': 'Assault, Criminal Justice Act 1988 s39' },
  ],
  ['R-A9-14', 'FAIL', 'no act is named', para10],
  [
    'R-A9-14',
    'FAIL',
    'the act is a suicide attempt',
    { ...para10, 'assertions[*].unlawfulActText': 'Repeated suicide attempts on a bridge' },
  ],
  [
    'R-A9-14',
    'FAIL',
    'the act is calling for help',
    { ...para10, 'assertions[*].unlawfulActText': 'Wasting police time by calling 999' },
  ],
  ...[
    'Attempting to end her life',
    'Repeatedly contacting emergency services',
    'Misuse of the 999 service',
    'Asking for help from the crisis team',
    'Frequent calls to the police after a panic attack',
  ].map(
    (unlawfulActText) =>
      [
        'R-A9-14',
        'FAIL',
        `the act is “${unlawfulActText}”`,
        { ...para10, 'assertions[*].unlawfulActText': unlawfulActText },
      ] as const,
  ),
  ...['Violence towards a partner while in crisis', 'Threatening staff with a knife while in crisis'].map(
    (unlawfulActText) =>
      [
        'R-A9-14',
        'STATED',
        `the act is “${unlawfulActText}”`,
        { ...para10, 'assertions[*].unlawfulActText': unlawfulActText },
      ] as const,
  ),
  [
    'R-A9-14',
    'UNKNOWN',
    'the act is “not known”',
    { ...para10, 'assertions[*].unlawfulActText': 'not known' },
  ],

  ['R-A9-15', 'STATED', 'an Act gives the function', condition('9_2_g', 'P2.6')],
  [
    'R-A9-15',
    'FAIL',
    'nothing is cited',
    { ...condition('9_2_g', 'P2.6'), 'assertions[*].functionCitation': ' ' },
  ],
  ['R-A9-15', 'DOES_NOT_APPLY', 'nobody relies on para 6', {}],
]);
