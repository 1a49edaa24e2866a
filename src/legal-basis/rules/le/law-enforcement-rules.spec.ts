import {
  decision,
  joined,
  part3,
  reason,
  sensitive,
  system,
} from '../../../../test/support/data-sharing/law-enforcement-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { lawEnforcementRules } from './law-enforcement-rules.js';

const atRisk = {
  ...sensitive,
  'assertions[1].atRiskTest': { careNeeds: true, harmRisk: true, unableToProtect: true },
  'assertions[1].sch1NoConsentReason': 'CANNOT_BE_GIVEN',
};
const gathered = (purpose: string, ...purposes: string[]) => ({
  'reuse.gatheredFor': [purpose],
  purposeCodes: purposes,
});

fixtureTable('Rules on law enforcement (R-LE)', lawEnforcementRules, [
  ['R-LE-01', 'PASS', 'a police force uses Part 3', part3],
  ['R-LE-01', 'FAIL', 'an ambulance trust uses Part 3', { ...part3, 'parties[1].orgType': 'NHS_AMBULANCE' }],
  [
    'R-LE-01',
    'FAIL',
    'a commissioner uses Part 3 and is not listed',
    { ...part3, 'parties[1].orgType': 'PCC' },
  ],
  [
    'R-LE-01',
    'UNKNOWN',
    'nobody knows what kind of body it is',
    { ...part3, 'parties[1].orgType': 'NOT_KNOWN' },
  ],
  ['R-LE-01', 'DOES_NOT_APPLY', 'nobody uses Part 3', {}],

  ['R-LE-02', 'PASS', 'the purpose is to prevent crime', part3],
  [
    'R-LE-02',
    'FAIL',
    'the purpose is mentoring',
    { ...part3, purposeCodes: ['MENTORING', 'DEMAND_REDUCTION'] },
  ],
  [
    'R-LE-02',
    'FAIL',
    'no law-enforcement purpose is named',
    { ...part3, 'assertions[1].leaPurpose': undefined },
  ],
  ['R-LE-02', 'UNKNOWN', 'the purpose is “not known”', { ...part3, purposeCodes: ['NOT_KNOWN'] }],

  ['R-LE-03', 'STATED', 'strict necessity, a condition and a policy document are shown', sensitive],
  ['R-LE-03', 'FAIL', 'neither consent nor strict necessity is shown', part3],
  [
    'R-LE-03',
    'FAIL',
    'consent is shown without a policy document',
    { ...part3, 'assertions[1].s35Condition': 'CONSENT' },
  ],
  [
    'R-LE-03',
    'UNKNOWN',
    'the condition is “not known”',
    { ...sensitive, 'assertions[1].s35Condition': 'NOT_KNOWN' },
  ],

  ['R-LE-04', 'STATED', 'the reason is given in full', sensitive],
  [
    'R-LE-04',
    'FAIL',
    'the reason is a few words',
    { ...sensitive, 'assertions[1].strictlyNecessaryText': 'Public safety.' },
  ],
  [
    'R-LE-04',
    'FAIL',
    'the reason repeats the necessity',
    { ...sensitive, necessityText: reason.toUpperCase() },
  ],
  [
    'R-LE-04',
    'UNKNOWN',
    'the reason is “not known”',
    { ...sensitive, 'assertions[1].strictlyNecessaryText': 'unknown' },
  ],
  ['R-LE-04', 'DOES_NOT_APPLY', 'no reason is given', part3],

  ['R-LE-05', 'PASS', 'every part of the safeguarding test is recorded', atRisk],
  ['R-LE-05', 'FAIL', 'no part is recorded', sensitive],
  [
    'R-LE-05',
    'UNKNOWN',
    'why there is no consent is “not known”',
    { ...atRisk, 'assertions[1].sch1NoConsentReason': 'NOT_KNOWN' },
  ],

  [
    'R-LE-06',
    'STATED',
    'a law authorises the other use',
    {
      ...gathered('LAW_ENFORCEMENT', 'MENTORING'),
      'reuse.s36AuthorisationText': 'Care Act 2014 s45',
    },
  ],
  [
    'R-LE-06',
    'FAIL',
    '999 records are used to choose people for mentoring',
    gathered('LAW_ENFORCEMENT', 'SCREENING_SELECTION'),
  ],
  ['R-LE-06', 'UNKNOWN', 'nobody says why the data were gathered', { 'reuse.gatheredFor': ['NOT_KNOWN'] }],
  ['R-LE-06', 'DOES_NOT_APPLY', 'the data were gathered for care', {}],

  [
    'R-LE-07',
    'PASS',
    'each case has its own decision (the red line is raised all the same)',
    {
      ...gathered('CARE', 'ENFORCEMENT'),
      'reuse.enforcementDecision': decision,
    },
  ],
  [
    'R-LE-07',
    'FAIL',
    'it is not recorded whether people were told',
    {
      ...gathered('CARE', 'ENFORCEMENT'),
      'reuse.enforcementDecision': { ...decision, told: false },
    },
  ],
  ['R-LE-07', 'UNKNOWN', 'nothing is said of decisions', gathered('CARE', 'ENFORCEMENT')],
  [
    'R-LE-07',
    'FAIL',
    'nobody says whether each case is decided, and it is said that no offence is recorded',
    { ...gathered('CARE', 'ENFORCEMENT'), 'reuse.enforcementDecision': { offence: false } },
  ],
  ['R-LE-07', 'DOES_NOT_APPLY', 'the purpose is care', {}],

  ['R-LE-08', 'PASS', 'the system logs, and tells suspects from victims', system],
  ['R-LE-08', 'FAIL', 'the system keeps no log', { ...system, 'security.s62Logging': false }],
  [
    'R-LE-08',
    'WARN',
    'the system does not tell suspects from victims',
    { ...system, 'security.s38Categories': false },
  ],
  ['R-LE-08', 'UNKNOWN', 'nobody says whether there is a system', part3],

  ['R-LE-09', 'PASS', 'the force joined an assessment that answers Part 3', joined],
  ['R-LE-09', 'FAIL', 'the force did not join it', { ...joined, 'dpia.controllerOrgIds': ['trust'] }],
  ['R-LE-09', 'FAIL', 'there is no assessment', { ...joined, 'dpia.exists': false }],
  ['R-LE-09', 'UNKNOWN', 'nobody says whether there is one', { ...joined, dpia: undefined }],
  ['R-LE-09', 'DOES_NOT_APPLY', 'no police force is a controller', {}],
]);
