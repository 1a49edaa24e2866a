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

const schedule8 = (paragraph: number, answers: object = {}) => ({
  ...sensitive,
  'assertions[1].strictlyNecessaryText': `${reason} It was so in this case.`,
  'assertions[1].sch8Para': paragraph,
  'assertions[1].substantialPublicInterest': answers,
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
  ['R-LE-01', 'PASS', 'a ministerial department is listed', { ...part3, 'parties[1].orgType': 'DHSC' }],
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
  [
    'R-LE-02',
    'FAIL',
    'the purpose is “other”',
    { ...part3, purposeCodes: ['OTHER', 'MULTI_AGENCY_WORKING'] },
  ],
  ['R-LE-02', 'STATED', 'the purpose is safeguarding', { ...part3, purposeCodes: ['SAFEGUARDING', 'OTHER'] }],
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
    'FAIL',
    'ethnicity is shared, and nothing is shown',
    { ...part3, dataCategories: ['ETHNICITY'] },
  ],
  [
    'R-LE-03',
    'FAIL',
    'the policy document came a day after the use',
    { ...sensitive, 'policyDocuments[0].approvedOn': '2026-03-02' },
  ],
  ['R-LE-03', 'FAIL', 'it is that of the trust', { ...sensitive, 'policyDocuments[0].orgId': 'trust' }],
  ['R-LE-03', 'FAIL', 'it is one of Schedule 1', { ...sensitive, 'policyDocuments[0].type': 'APD' }],
  ['R-LE-03', 'FAIL', 'Schedule 8 holds no such paragraph', { ...sensitive, 'assertions[1].sch8Para': 10 }],
  ['R-LE-03', 'UNKNOWN', 'the policy document is not in the record', { ...sensitive, policyDocuments: [] }],
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
  [
    'R-LE-06',
    'STATED',
    'a duty is picked, with why it applies',
    {
      ...gathered('LAW_ENFORCEMENT', 'MENTORING'),
      'parties[0].nation': 'ENGLAND',
      'reuse.s36AuthorisationLaw': [{ provisionId: 'care-s45', why: 'The board asked in writing on 2 May.' }],
    },
  ],
  [
    'R-LE-06',
    'FAIL',
    'what is picked is a principle of guidance',
    {
      ...gathered('LAW_ENFORCEMENT', 'MENTORING'),
      'reuse.s36AuthorisationLaw': [{ provisionId: 'caldicott-7', why: 'It is a duty to share.' }],
    },
  ],
  ['R-LE-06', 'FAIL', 'the purpose is called “other”', gathered('LAW_ENFORCEMENT', 'OTHER')],
  [
    'R-LE-06',
    'FAIL',
    'the police send custody records that are said to be gathered for something else',
    {
      ...gathered('OTHER', 'MENTORING'),
      'parties[0].orgType': 'POLICE_FORCE',
      dataCategories: ['CUSTODY'],
    },
  ],
  ['R-LE-06', 'UNKNOWN', 'the use is safeguarding alone', gathered('LAW_ENFORCEMENT', 'SAFEGUARDING')],
  ['R-LE-06', 'UNKNOWN', 'nobody says why the data were gathered', { 'reuse.gatheredFor': ['NOT_KNOWN'] }],
  ['R-LE-06', 'DOES_NOT_APPLY', 'the data were gathered for care', {}],

  [
    'R-LE-07',
    'PASS',
    'each case has its own decision that is linked (the red line is raised all the same)',
    {
      ...gathered('CARE', 'ENFORCEMENT'),
      'reuse.enforcementDecision': { ...decision, evidenceId: 'file-7' },
    },
  ],
  [
    'R-LE-07',
    'STATED',
    'each case is said to have one',
    { ...gathered('CARE', 'ENFORCEMENT'), 'reuse.enforcementDecision': decision },
  ],
  [
    'R-LE-07',
    'WARN',
    'the sources are clinical, and the data are said to be gathered for something else',
    {
      ...gathered('OTHER', 'ENFORCEMENT'),
      sources: ['CLINICAL_CONTACT'],
      'reuse.enforcementDecision': { ...decision, evidenceId: 'file-7' },
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
  ['R-LE-09', 'STATED', 'the assessment is not linked', { ...joined, 'dpia.fileHash': undefined }],
  ['R-LE-09', 'STATED', 'the assessment has no date', { ...joined, 'dpia.approvedAt': undefined }],
  ['R-LE-09', 'FAIL', 'the force did not join it', { ...joined, 'dpia.controllerOrgIds': ['trust'] }],
  ['R-LE-09', 'FAIL', 'there is no assessment', { ...joined, 'dpia.exists': false }],
  ['R-LE-09', 'UNKNOWN', 'nobody says whether there is one', { ...joined, dpia: undefined }],
  ['R-LE-09', 'DOES_NOT_APPLY', 'no police force is a controller', {}],

  ['R-LE-10', 'PASS', 'each basis is under one regime', part3],
  [
    'R-LE-10',
    'FAIL',
    'a basis under Part 3 names an Article 9 condition',
    { ...part3, 'assertions[1].art9': ['9_2_g'] },
  ],
  [
    'R-LE-10',
    'FAIL',
    'a basis under Part 3 names an Article 6 basis',
    { ...part3, 'assertions[1].art6': '6_1_e' },
  ],
  [
    'R-LE-10',
    'FAIL',
    'a basis under Part 3 names a paragraph',
    { ...part3, 'assertions[1].sch1Paras': ['P2.10'] },
  ],
  [
    'R-LE-10',
    'WARN',
    'a basis under the UK GDPR names a purpose of Part 3',
    { 'assertions[1].leaPurpose': 'PREVENTION' },
  ],
  ['R-LE-10', 'WARN', 'a basis under the UK GDPR names Schedule 8', { 'assertions[1].sch8Para': 4 }],
  [
    'R-LE-10',
    'WARN',
    'a police force enforces under the UK GDPR',
    {
      'parties[1].orgType': 'POLICE_FORCE',
      'assertions[1].purposeCodes': ['ENFORCEMENT', 'CRIME_PREVENTION'],
    },
  ],
  [
    'R-LE-10',
    'PASS',
    'a police force cares and prevents crime under the UK GDPR',
    { 'parties[1].orgType': 'POLICE_FORCE', purposeCodes: ['WELLBEING', 'CRIME_PREVENTION'] },
  ],
  ['R-LE-10', 'UNKNOWN', 'nobody says under which', { 'assertions[1].regime': 'NOT_KNOWN' }],
  ['R-LE-10', 'DOES_NOT_APPLY', 'all was before 2018', { 'assertions[*].regime': 'DPA1998' }],

  ['R-LE-11', 'STATED', 'para 4, and why the interest is substantial', schedule8(4, { reason })],
  ['R-LE-11', 'FAIL', 'para 4, and no reason', schedule8(4)],
  [
    'R-LE-11',
    'STATED',
    'para 1, with a function in words',
    {
      ...schedule8(1, { reason }),
      'assertions[1].functionCitation': 'The common-law duty to keep the peace',
    },
  ],
  [
    'R-LE-11',
    'STATED',
    'para 1, with a function that is picked',
    {
      ...schedule8(1, { reason }),
      'assertions[1].functionLaw': [
        { provisionId: 'care-s45', why: 'The board asked the force in writing.' },
      ],
    },
  ],
  [
    'R-LE-11',
    'FAIL',
    'para 1, and what is picked gives no function',
    {
      ...schedule8(1, { reason }),
      'assertions[1].functionLaw': [{ provisionId: 'cldc', why: 'It is the law.' }],
    },
  ],
  [
    'R-LE-11',
    'FAIL',
    'para 1, and no function',
    { ...schedule8(1, { reason }), 'assertions[1].functionCitation': undefined },
  ],
  [
    'R-LE-11',
    'STATED',
    'para 2, and the proceedings',
    schedule8(2, { proceedings: 'The trial of May 2026' }),
  ],
  ['R-LE-11', 'FAIL', 'para 2, and none', schedule8(2)],
  ['R-LE-11', 'STATED', 'para 3, and whose life', schedule8(3, { protection: 'The child in the flat' })],
  ['R-LE-11', 'FAIL', 'para 3, and nobody’s', schedule8(3)],
  ['R-LE-11', 'WARN', 'one of the others', schedule8(7)],
  ['R-LE-11', 'UNKNOWN', 'the reason is “not known”', schedule8(4, { reason: 'not known' })],
  ['R-LE-11', 'DOES_NOT_APPLY', 'nobody uses Part 3', {}],
]);
