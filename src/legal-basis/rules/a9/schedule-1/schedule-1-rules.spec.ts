import {
  condition,
  para10,
  limbs,
  para18,
  police,
  policies,
} from '../../../../../test/support/data-sharing/article-9-facts.js';
import { fixtureTable } from '../../../../../test/support/data-sharing/fixture-table.js';
import { schedule1Rules } from './schedule-1-rules.js';

const disclosed = {
  ...para10,
  ...police,
  'assertions[1].sch1Paras': ['P1.2'],
  'assertions[1].art9': ['9_2_h'],
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

  ['R-A9-04', 'PASS', 'safeguarding has its policy document', { ...para18, ...policies }],
  ['R-A9-04', 'FAIL', 'safeguarding has none', para18],
  ['R-A9-04', 'DOES_NOT_APPLY', 'the trust discloses unlawful acts to the police', disclosed],
  ['R-A9-04', 'FAIL', 'the police rely on unlawful acts for what they received', { ...para10, ...police }],
  ['R-A9-04', 'FAIL', 'unlawful acts are disclosed to an ambulance trust', para10],
  [
    'R-A9-04',
    'STATED',
    'the policy document is described and not linked',
    { ...para18, ...policies, 'policyDocuments[0].evidenceId': undefined },
  ],
  [
    'R-A9-04',
    'STATED',
    'what is typed for the policy document names none',
    { ...para18, ...policies, 'policyDocuments[0].evidenceId': 'APD' },
  ],
  [
    'R-A9-04',
    'FAIL',
    'one relies on the document of another',
    { ...para18, ...policies, 'assertions[1].apdId': 'apd-1' },
  ],
  [
    'R-A9-04',
    'FAIL',
    'the document is one under s42',
    { ...para18, ...policies, 'policyDocuments[0].type': 'S42_APD' },
  ],
  [
    'R-A9-04',
    'UNKNOWN',
    'unlawful acts are disclosed to an unknown kind of body',
    { ...disclosed, 'parties[1].orgType': 'NOT_KNOWN' },
  ],

  ['R-A9-05', 'PASS', 'the policy document was approved the month before', { ...para18, ...policies }],
  [
    'R-A9-05',
    'FAIL',
    'it was approved after the flow began',
    { ...para18, ...policies, 'policyDocuments[0].approvedOn': '2026-03-02' },
  ],
  [
    'R-A9-05',
    'WARN',
    'it was last reviewed three years ago',
    { ...para18, ...policies, 'policyDocuments[0].approvedOn': '2023-01-01' },
  ],
  [
    'R-A9-05',
    'UNKNOWN',
    'the document linked is not in the record',
    { ...para18, ...policies, policyDocuments: [] },
  ],
  ['R-A9-05', 'DOES_NOT_APPLY', 'no policy document is linked', {}],

  [
    'R-A9-19',
    'STATED',
    'the reason is given in words',
    {
      ...para18,
      ...limbs({ reason: 'Two tenants below were burned by fires that were set in the flat above.' }),
    },
  ],
  ['R-A9-19', 'FAIL', 'no reason is given', para18],
  ['R-A9-19', 'FAIL', 'the reason is no answer', { ...para18, ...limbs({ reason: 'See DPIA' }) }],
  ['R-A9-19', 'UNKNOWN', 'the reason is “not known”', { ...para18, ...limbs({ reason: 'not known' }) }],
  ['R-A9-19', 'DOES_NOT_APPLY', 'preventing fraud asks for none', condition('9_2_g', 'P2.14')],
  ['R-A9-19', 'DOES_NOT_APPLY', 'health or social care asks for none', {}],
  ['R-A9-19', 'UNKNOWN', 'the paragraph is “not known”', condition('9_2_g', 'NOT_KNOWN')],

  ['R-A9-20', 'PASS', 'the paragraph is one of Part 1', {}],
  ['R-A9-20', 'PASS', 'the paragraph is the last of Part 2', condition('9_2_g', 'P2.28')],
  ['R-A9-20', 'FAIL', 'Part 2 holds no such paragraph', condition('9_2_g', 'P2.29', 'P2.18')],
  ['R-A9-20', 'FAIL', 'Part 1 holds no such paragraph', condition('9_2_h', 'P1.2', 'P1.5')],
  ['R-A9-20', 'FAIL', 'the paragraph is about policy documents', condition('9_2_g', 'P2.5')],
  ['R-A9-20', 'FAIL', 'the paragraph is for data about offences', condition('9_2_g', 'P3.30')],
  ['R-A9-20', 'UNKNOWN', 'the paragraph is “not known”', condition('9_2_g', 'NOT_KNOWN')],
  ['R-A9-20', 'DOES_NOT_APPLY', 'none is named', condition('9_2_a')],
]);
