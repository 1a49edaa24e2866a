import { but, common, consent, profile } from '../../../../test/support/data-sharing/consent-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { consentRules } from './consent-rules.js';

const firstRules = consentRules.filter(({ id }) => id < 'R-CON-09');

fixtureTable('Rules on consent (R-CON)', firstRules, [
  ['R-CON-01', 'STATED', 'form, evidence and a choice of recipients are there', consent],
  ['R-CON-01', 'FAIL', 'no version of the form is given', but({ formVersion: '' })],
  ['R-CON-01', 'FAIL', 'one signature covers every recipient', but({ granularPerRecipient: false })],
  [
    'R-CON-01',
    'UNKNOWN',
    'nobody says whether people can choose recipients',
    but({ granularPerRecipient: null }),
  ],
  ['R-CON-01', 'DOES_NOT_APPLY', 'nobody relies on consent', {}],

  ['R-CON-02', 'PASS', 'people are free to refuse', consent],
  ['R-CON-02', 'FAIL', 'care depends on consent', but({ careConditional: true })],
  ['R-CON-02', 'FAIL', 'refusing has a bad effect', but({ noDetriment: false })],
  ['R-CON-02', 'UNKNOWN', 'nothing is said about refusing', but({ noDetriment: null })],

  ['R-CON-03', 'STATED', 'people can withdraw', consent],
  ['R-CON-03', 'FAIL', 'no way to withdraw is given', but({ withdrawalRoute: null })],
  ['R-CON-03', 'FAIL', 'sharing continues after withdrawal', but({ continuesAfterWithdrawal: true })],
  ['R-CON-03', 'UNKNOWN', 'the consent profile is missing', { ...consent, consentProfiles: [] }],

  ['R-CON-04', 'PASS', 'people are asked at a clinic', consent],
  [
    'R-CON-04',
    'FAIL',
    'people are asked while detained under section 136',
    but({ settings: ['CLINIC', 'S136_DETENTION'] }),
  ],
  ['R-CON-04', 'FAIL', 'a police officer is there and asks', but({ settings: ['POLICE_OFFICER_ASKING'] })],
  ['R-CON-04', 'UNKNOWN', 'nobody says where people are asked', but({ settings: [] })],

  ['R-CON-05', 'PASS', 'capacity is recorded and consent reviewed every six months', consent],
  ['R-CON-05', 'FAIL', 'capacity is not recorded', but({ capacityRecorded: false })],
  ['R-CON-05', 'WARN', 'consent is reviewed every year', but({ reviewInterval: 12 })],
  ['R-CON-05', 'UNKNOWN', 'nobody says when consent is reviewed', but({ reviewInterval: null })],

  ['R-CON-06', 'PASS', 'the person made an express statement', consent],
  ['R-CON-06', 'FAIL', 'attendance was taken for consent', but({ expressStatement: false })],
  ['R-CON-06', 'DOES_NOT_APPLY', 'the Article 9 condition is health or social care', {}],

  [
    'R-CON-07',
    'PASS',
    'each kind of consent has its own record',
    {
      ...consent,
      ...common,
      consentProfiles: [profile, { id: 'consent-2', type: 'CLDC' }],
    },
  ],
  ['R-CON-07', 'WARN', 'consent to a breach of confidence is used for Article 9', but({ type: 'CLDC' })],
  [
    'R-CON-07',
    'WARN',
    'data-protection consent is used for confidentiality',
    {
      ...common,
      consentProfiles: [{ id: 'consent-2', type: 'UKGDPR' }],
    },
  ],
  ['R-CON-07', 'UNKNOWN', 'nobody says which kind of consent it is', but({ type: 'NOT_KNOWN' })],
  ['R-CON-07', 'DOES_NOT_APPLY', 'nobody relies on consent', {}],

  [
    'R-CON-08',
    'PASS',
    'eight of ten people agreed',
    { ...consent, consentReturns: [{ caseload: 10, consented: 8 }] },
  ],
  [
    'R-CON-08',
    'PASS',
    'all of four people agreed, too few to tell',
    { ...consent, consentReturns: [{ caseload: 4, consented: 4 }] },
  ],
  [
    'R-CON-08',
    'WARN',
    'all of five people agreed',
    { ...consent, consentReturns: [{ caseload: 5, consented: 5 }] },
  ],
  ['R-CON-08', 'UNKNOWN', 'nobody counted', consent],
]);
