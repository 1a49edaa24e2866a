import { but, common, consent, profile } from '../../../../test/support/data-sharing/consent-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { consentRules } from './consent-rules.js';

const article6 = { ...consent, 'assertions[0].art9': ['9_2_h'], 'assertions[0].art6': '6_1_a' };
const returns = (...pairs: [number | undefined, number | undefined][]) => ({
  ...consent,
  consentReturns: pairs.map(([caseload, consented]) => ({ caseload, consented })),
});
const each = ['R-CON-02', 'R-CON-03', 'R-CON-04', 'R-CON-05'] as const;

furtherRows('Rules on consent at their boundaries', consentRules, [
  ['R-CON-01', 'FAIL', 'no evidence of the form is attached', but({ evidenceIds: [] })],
  ['R-CON-01', 'FAIL', 'no consent is described', { ...consent, consentProfiles: [] }],
  [
    'R-CON-01',
    'FAIL',
    'consent is the Article 6 basis, and no form is given',
    { ...article6, consentProfiles: [{ ...profile, formVersion: '' }] },
  ],
  ['R-CON-02', 'UNKNOWN', 'nobody says whether care depends on it', but({ careConditional: undefined })],
  ['R-CON-03', 'UNKNOWN', 'the way to withdraw is “not known”', but({ withdrawalRoute: 'not known' })],
  ['R-CON-03', 'STATED', 'it says that sharing then stops', but({ continuesAfterWithdrawal: false })],
  ...['S136_DETENTION', 'POLICE_CUSTODY', 'MHA_INPATIENT'].map((setting): Row => [
    'R-CON-04',
    'FAIL',
    `people are asked in ${setting}`,
    but({ settings: [setting] }),
  ]),
  [
    'R-CON-04',
    'UNKNOWN',
    'people are asked at a clinic and nobody knows where else',
    but({ settings: ['CLINIC', 'NOT_KNOWN'] }),
  ],
  ['R-CON-05', 'WARN', 'consent is reviewed every seven months', but({ reviewInterval: 7 })],
  ['R-CON-05', 'PASS', 'consent is reviewed every month', but({ reviewInterval: 1 })],
  ['R-CON-05', 'UNKNOWN', 'nobody says whether capacity is recorded', but({ capacityRecorded: undefined })],
  ...each.flatMap((rule): Row[] => [
    [rule, 'DOES_NOT_APPLY', 'nobody relies on consent', {}],
    [
      rule,
      'UNKNOWN',
      'the profile that is named is missing',
      { ...consent, 'assertions[0].consentProfileId': 'another' },
    ],
    [rule, rule === 'R-CON-03' ? 'STATED' : 'PASS', 'consent is the Article 6 basis', article6],
  ]),
  ['R-CON-06', 'UNKNOWN', 'nobody says whether there was a statement', but({ expressStatement: undefined })],
  ['R-CON-06', 'DOES_NOT_APPLY', 'consent is the Article 6 basis alone', article6],

  ['R-CON-07', 'PASS', 'consent under data-protection law alone is relied on', consent],
  [
    'R-CON-07',
    'PASS',
    'consent to a breach of confidence alone is relied on',
    { ...common, consentProfiles: [{ id: 'consent-2', type: 'CLDC' }] },
  ],
  [
    'R-CON-07',
    'WARN',
    'one record of neither kind is used for both',
    {
      ...consent,
      ...common,
      'confidentiality.consentProfileId': 'consent-1',
      consentProfiles: [{ ...profile, type: 'UKGDPR' }],
    },
  ],
  ['R-CON-07', 'UNKNOWN', 'the profile relied on for confidentiality is missing', common],
  [
    'R-CON-07',
    'PASS',
    'a profile is named for confidentiality, and another route is taken',
    { ...consent, 'confidentiality.consentProfileId': 'consent-1' },
  ],

  ['R-CON-08', 'WARN', 'all of five agreed in one period of two', returns([10, 8], [5, 5])],
  ['R-CON-08', 'WARN', 'more agreed than there were', returns([5, 6])],
  ['R-CON-08', 'PASS', 'four of five agreed', returns([5, 4])],
  ['R-CON-08', 'UNKNOWN', 'nobody counted those who agreed', returns([10, undefined])],
  ['R-CON-08', 'UNKNOWN', 'nobody counted the caseload', returns([undefined, 5])],
  ['R-CON-08', 'DOES_NOT_APPLY', 'nobody relies on consent', {}],
  ['R-CON-08', 'UNKNOWN', 'consent to a breach of confidence is relied on, and nobody counted', common],
]);
