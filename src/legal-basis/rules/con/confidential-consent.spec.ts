import {
  common,
  confidential,
  profile,
  underPart3,
} from '../../../../test/support/data-sharing/consent-facts.js';
import { fixtureTable, furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { rCon09 } from './r-con-09.js';
import { rCon10 } from './r-con-10.js';
import { rCon11 } from './r-con-11.js';
import { consentRules } from './consent-rules.js';

const rules = [rCon09, rCon10, rCon11];

fixtureTable('Consent under the duty of confidentiality (R-CON-09 to 11)', rules, [
  ['R-CON-09', 'PASS', 'people are asked at a clinic and are free to refuse', confidential()],
  [
    'R-CON-09',
    'PASS',
    'the only profile of its kind is not named',
    { ...confidential(), 'confidentiality.consentProfileId': undefined },
  ],
  [
    'R-CON-09',
    'FAIL',
    'people are asked while detained, among other places',
    confidential({ settings: ['CLINIC', 'S136_DETENTION'] }),
  ],
  [
    'R-CON-09',
    'FAIL',
    'a police officer is there and asks',
    confidential({ settings: ['POLICE_OFFICER_ASKING'] }),
  ],
  ['R-CON-09', 'FAIL', 'care depends on it', confidential({ careConditional: true })],
  ['R-CON-09', 'FAIL', 'refusing has a bad effect', confidential({ noDetriment: false })],
  ['R-CON-09', 'FAIL', 'no consent is described', { ...common, consentProfiles: [] }],
  [
    'R-CON-09',
    'FAIL',
    'only another kind of consent is described',
    { ...common, consentProfiles: [profile] },
  ],
  ['R-CON-09', 'UNKNOWN', 'nobody says where people are asked', confidential({ settings: undefined })],
  ['R-CON-09', 'DOES_NOT_APPLY', 'another route is taken', {}],

  ['R-CON-10', 'STATED', 'people can withdraw', confidential()],
  ['R-CON-10', 'FAIL', 'no way to withdraw is given', confidential({ withdrawalRoute: 'None' })],
  [
    'R-CON-10',
    'FAIL',
    'disclosure continues after withdrawal',
    confidential({ continuesAfterWithdrawal: true }),
  ],
  ['R-CON-10', 'UNKNOWN', 'how is “not known”', confidential({ withdrawalRoute: 'not known' })],

  ['R-CON-11', 'STATED', 'form, evidence, recipients and capacity are there', confidential()],
  ['R-CON-11', 'FAIL', 'no form is attached', confidential({ evidenceIds: [] })],
  ['R-CON-11', 'FAIL', 'one signature covers every recipient', confidential({ granularPerRecipient: false })],
  ['R-CON-11', 'FAIL', 'capacity is not recorded', confidential({ capacityRecorded: false })],
  ['R-CON-11', 'FAIL', 'no form is named', confidential({ formVersion: 'n/a' })],
  [
    'R-CON-11',
    'UNKNOWN',
    'nobody says whether capacity is recorded',
    confidential({ capacityRecorded: undefined }),
  ],
]);

furtherRows('Consent under Part 3 is no less free', consentRules, [
  ['R-CON-02', 'PASS', 'people are free to refuse', underPart3()],
  ['R-CON-02', 'FAIL', 'care depends on it', underPart3({ careConditional: true })],
  [
    'R-CON-03',
    'FAIL',
    'processing continues after withdrawal',
    underPart3({ continuesAfterWithdrawal: true }),
  ],
  ['R-CON-04', 'FAIL', 'people are asked in custody', underPart3({ settings: ['POLICE_CUSTODY'] })],
  ['R-CON-05', 'FAIL', 'capacity is not recorded', underPart3({ capacityRecorded: false })],
  ...['R-CON-02', 'R-CON-04'].map((rule): Row => [
    rule,
    'DOES_NOT_APPLY',
    'strict necessity is relied on',
    { ...underPart3({ careConditional: true }), 'assertions[1].s35Condition': 'STRICTLY_NECESSARY' },
  ]),
]);
