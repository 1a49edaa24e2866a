import {
  explicit,
  logged,
  publicInterest,
  route,
  s251,
} from '../../../../../test/support/data-sharing/confidentiality-facts.js';
import {
  fixtureTable,
  furtherRows,
  type Row,
} from '../../../../../test/support/data-sharing/fixture-table.js';
import { confidentialityRules } from '../confidentiality-rules.js';
import { rCf12 } from './r-cf-12.js';
import { rCf13 } from '../r-cf-13.js';
import { rCf14 } from './r-cf-14.js';
import { rCf15 } from './r-cf-15.js';
import { rCf16 } from './r-cf-16.js';

const enquiry = {
  enquiryByOrgId: 'council',
  perPerson: true,
  decidedEachTime: true,
  deciderRecorded: true,
  testMet: true,
};
const council = { orgId: 'council', name: 'Example Council', orgType: 'LOCAL_AUTHORITY', role: 'CONTROLLER' };
const safeguarding = (changes: object = {}) => ({
  ...route('SAFEGUARDING'),
  'parties[2]': council,
  'confidentiality.safeguarding': { ...enquiry, ...changes },
});
const toPolice = { 'parties[1].orgType': 'POLICE_FORCE' };
const standing = { ...toPolice, frequency: 'STANDING' };
const given = (givenBy: string, changes: object = {}) => ({
  ...explicit,
  'confidentiality.consent': { ...explicit['confidentiality.consent'], givenBy, ...changes },
});
const bestInterests = { ...route('BEST_INTERESTS'), mechanism: 'VERBAL' };

fixtureTable(
  'Every route has its own test (R-CF-12 to 16)',
  [rCf12, rCf13, rCf14, rCf15, rCf16],
  [
    ['R-CF-12', 'PASS', 'a council’s enquiry about each person is decided each time', safeguarding()],
    ['R-CF-12', 'FAIL', 'safeguarding is a label and nothing else', route('SAFEGUARDING')],
    ...(['enquiryByOrgId', 'perPerson', 'decidedEachTime', 'deciderRecorded', 'testMet'] as const).flatMap(
      (field): Row[] => [
        ['R-CF-12', 'FAIL', `it does not say ${field}`, safeguarding({ [field]: undefined })],
      ],
    ),
    [
      'R-CF-12',
      'FAIL',
      'the enquiry is real and the sharing is standing',
      { ...safeguarding(), frequency: 'STANDING' },
    ],
    [
      'R-CF-12',
      'WARN',
      'the trust says that the enquiry is its own',
      safeguarding({ enquiryByOrgId: 'trust' }),
    ],
    [
      'R-CF-12',
      'UNKNOWN',
      'the body of the enquiry is of a kind that nobody says',
      safeguarding({ enquiryByOrgId: 'elsewhere' }),
    ],
    ['R-CF-12', 'DOES_NOT_APPLY', 'another route is taken', {}],

    ['R-CF-13', 'STATED', 'each person agreed', { ...standing, ...explicit }],
    ['R-CF-13', 'WARN', 'each disclosure is logged', { ...standing, ...logged }],
    ...[
      'SAFEGUARDING',
      'STATUTORY_DUTY_OR_ORDER',
      'IMPLIED_CONSENT_DIRECT_CARE',
      'S251',
      'BEST_INTERESTS',
    ].map((code): Row => [
      'R-CF-13',
      'FAIL',
      `nobody decides, by the route ${code}`,
      { ...standing, ...route(code), 'confidentiality.perCaseDecisionLog': false },
    ]),
    ...['CONTINUOUS', 'PER_PANEL'].map((frequency): Row => [
      'R-CF-13',
      'UNKNOWN',
      `nobody says whether it is decided, ${frequency}`,
      { ...toPolice, ...publicInterest, frequency },
    ]),
    ['R-CF-13', 'DOES_NOT_APPLY', 'a case is decided by itself', toPolice],
    ['R-CF-13', 'DOES_NOT_APPLY', 'an ambulance trust receives it', { frequency: 'STANDING' }],

    ['R-CF-14', 'PASS', 'one decision is told by word of mouth', bestInterests],
    ['R-CF-14', 'FAIL', 'the sharing is standing', { ...bestInterests, frequency: 'STANDING' }],
    ['R-CF-14', 'FAIL', 'the record can be looked into', { ...bestInterests, mechanism: 'READ_ONLY_VIEW' }],
    [
      'R-CF-12',
      'FAIL',
      'the enquiry is real and the record is open to whoever likes',
      { ...safeguarding(), mechanism: 'READ_ONLY_VIEW' },
    ],
    [
      'R-CF-13',
      'UNKNOWN',
      'police can look into a record that is said to be shared case by case',
      { ...toPolice, mechanism: 'READ_ONLY_VIEW' },
    ],
    [
      'R-CF-13',
      'FAIL',
      'the record is open to police, and no health data are named',
      {
        ...toPolice,
        mechanism: 'FULL_RECORD_ACCESS',
        dataCategories: ['SAFEGUARDING'],
        'confidentiality.perCaseDecisionLog': false,
      },
    ],
    ['R-CF-14', 'UNKNOWN', 'nobody says how often', { ...bestInterests, frequency: undefined }],

    ['R-CF-16', 'PASS', 'the person consented, with capacity', given('PERSON')],
    ['R-CF-16', 'FAIL', 'the person had no capacity', given('PERSON', { capacity: false })],
    ...[
      'COMPETENT_CHILD',
      'PARENTAL_RESPONSIBILITY',
      'ATTORNEY_OR_DEPUTY',
      'PERSONAL_REPRESENTATIVE',
    ].flatMap((giver): Row[] => [
      [
        'R-CF-16',
        'PASS',
        `${giver} consented and the record shows why they may`,
        given(giver, { authorityRecorded: true }),
      ],
      ['R-CF-16', 'FAIL', `${giver} consented and nothing shows why they may`, given(giver)],
    ]),
    ...['FAMILY_OR_CARER', 'STAFF'].map((giver): Row => [
      'R-CF-16',
      'FAIL',
      `${giver} consented for the person`,
      given(giver, { authorityRecorded: true }),
    ]),
    ['R-CF-16', 'UNKNOWN', 'who consented is “not known”', given('NOT_KNOWN')],
    ['R-CF-16', 'DOES_NOT_APPLY', 'nobody says who consented', explicit],

    ['R-CF-15', 'PASS', 'the purposes are care', {}],
    ['R-CF-15', 'FAIL', 'mentoring stands beside care', { purposeCodes: ['DIRECT_CARE', 'MENTORING'] }],
    ['R-CF-15', 'WARN', 'a purpose may go beyond care', { purposeCodes: ['DIRECT_CARE', 'CASE_MANAGEMENT'] }],
    ['R-CF-15', 'UNKNOWN', 'no purpose is chosen', { purposeCodes: [] }],
    ['R-CF-15', 'DOES_NOT_APPLY', 'another route is taken', explicit],
  ],
);

const law = (provisionId: string, why = 'The board asked for this record in writing on 3 March 2026.') => ({
  ...route('STATUTORY_DUTY_OR_ORDER'),
  'confidentiality.routeLaw': [{ provisionId, why }],
});

furtherRows('Who owes confidence, and by which law it is lifted', confidentialityRules, [
  [
    'R-CF-01',
    'FAIL',
    'a council’s care team shares by no route',
    { confidentiality: undefined, 'parties[0].orgType': 'LOCAL_AUTHORITY', 'parties[0].providesCare': true },
  ],
  [
    'R-CF-01',
    'UNKNOWN',
    'nobody says whether the council’s team gives care',
    { confidentiality: undefined, 'parties[0].orgType': 'LOCAL_AUTHORITY' },
  ],
  ['R-CF-02', 'PASS', 'a supplier only holds the record under contract', hosted({})],
  [
    'R-CF-02',
    'FAIL',
    'the supplier has purposes of its own',
    hosted({ 'parties[1].usesForOwnPurposes': true }),
  ],
  ['R-CF-02', 'FAIL', 'the supplier signed no contract', hosted({ 'controllership.agreements': [] })],
  ['R-CF-02', 'FAIL', 'police are called a processor', hosted({ 'parties[1].orgType': 'POLICE_FORCE' })],
  [
    'R-CF-02',
    'FAIL',
    'one party is listed as a trust and as police',
    { 'parties[2]': { orgId: 'ambulance', orgType: 'POLICE_FORCE' } },
  ],
  [
    'R-CF-04',
    'STATED',
    'the consent is of the first day',
    { ...explicit, 'confidentiality.consent.obtainedOn': '2026-03-01' },
  ],
  [
    'R-CF-04',
    'FAIL',
    'the consent came a day late',
    { ...explicit, 'confidentiality.consent.obtainedOn': '2026-03-02' },
  ],
  ['R-CF-07', 'FAIL', 'the body is in Scotland', { ...s251, 'parties[0].nation': 'SCOTLAND' }],
  ['R-CF-07', 'STATED', 'the body is in Wales', { ...s251, 'parties[0].nation': 'WALES' }],
  ['R-CF-08', 'STATED', 'a duty to disclose is picked', law('care-s45')],
  ['R-CF-08', 'FAIL', 'a power is picked', law('cda-s115')],
  ['R-CF-08', 'FAIL', 'a duty to enquire is picked', law('care-s42')],
  ['R-CF-08', 'FAIL', 'a duty that carries depersonalised data only is picked', law('cda-s17a')],
  ['R-CF-08', 'FAIL', 'a power that shuts out patient information is picked', law('pcsca-s16')],
  [
    'R-CF-08',
    'FAIL',
    'a duty between care bodies is picked for police',
    { ...law('hsca-s251b'), ...toPolice },
  ],
  ['R-CF-08', 'STATED', 'a duty between care bodies is picked between them', law('hsca-s251b')],
  ['R-CF-08', 'FAIL', 'a duty is picked and nothing says why it applies', law('care-s45', 'n/a')],
  [
    'R-CF-08',
    'FAIL',
    'a duty of England is picked in Scotland',
    { ...law('care-s45'), 'parties[0].nation': 'SCOTLAND' },
  ],
]);

/** The ambulance trust is a supplier that hosts the record. */
function hosted(changes: object) {
  return {
    'parties[1].orgType': 'VENDOR',
    'parties[1].role': 'PROCESSOR',
    'parties[1].usesForOwnPurposes': false,
    'controllership.agreements': [
      { id: 'k', type: 'ART28', signedByOrgIds: ['trust', 'ambulance'], signedOn: '2026-02-01' },
    ],
    ...changes,
  };
}
