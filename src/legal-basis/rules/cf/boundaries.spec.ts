import {
  explicit,
  logged,
  publicInterest,
  refused,
  route,
  s251,
} from '../../../../test/support/data-sharing/confidentiality-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { confidentialityRules } from './confidentiality-rules.js';

const statutory = route('STATUTORY_DUTY_OR_ORDER');
const none = { confidentiality: undefined };

furtherRows('Rules on confidentiality at their boundaries', confidentialityRules, [
  [
    'R-CF-01',
    'FAIL',
    'only names leave, of people whom a trust knows from care, by no route',
    { dataCategories: ['IDENTITY', 'CONTACT'], ...none },
  ],
  [
    'R-CF-01',
    'DOES_NOT_APPLY',
    'only names leave, which the trust has from elsewhere',
    { dataCategories: ['IDENTITY', 'CONTACT'], sources: ['OTHER_AGENCY'] },
  ],
  [
    'R-CF-01',
    'FAIL',
    'what a trust learned in care leaves by no route, and is not called health data',
    { dataCategories: ['IDENTITY', 'SAFEGUARDING'], confidentiality: undefined },
  ],
  [
    'R-CF-01',
    'DOES_NOT_APPLY',
    'what the person published leaves, and it is not health data',
    { dataCategories: ['IDENTITY', 'SAFEGUARDING'], sources: ['PUBLISHED_BY_PERSON'] },
  ],
  [
    'R-CF-01',
    'FAIL',
    'a trust opens its record by no route and names no health data',
    {
      dataCategories: ['SAFEGUARDING'],
      sources: undefined,
      mechanism: 'READ_ONLY_VIEW',
      confidentiality: undefined,
    },
  ],
  ['R-CF-02', 'UNKNOWN', 'no recipient is named', { recipientOrgIds: [] }],
  [
    'R-CF-02',
    'FAIL',
    'one of two recipients gives no care',
    { recipientOrgIds: ['ambulance', 'police'], 'parties[2]': { orgId: 'police', orgType: 'POLICE_FORCE' } },
  ],
  ['R-CF-02', 'UNKNOWN', 'the route is “not known”', route('NOT_KNOWN')],
  ['R-CF-02', 'DOES_NOT_APPLY', 'nothing is said of confidentiality', none],
  ['R-CF-03', 'DOES_NOT_APPLY', 'a police officer receives it', { 'parties[1].orgType': 'POLICE_FORCE' }],
  ['R-CF-03', 'DOES_NOT_APPLY', 'another route is taken', explicit],
  ['R-CF-03', 'UNKNOWN', 'nobody says who receives it', { recipientOrgIds: [] }],

  ...['informed', 'voluntary', 'capacity', 'scope', 'obtainedOn'].map((part): Row => [
    'R-CF-04',
    'FAIL',
    `it does not say: ${part}`,
    { ...explicit, [`confidentiality.consent.${part}`]: undefined },
  ]),
  ['R-CF-04', 'FAIL', 'nothing is recorded of the consent', route('EXPLICIT_CONSENT')],
  ['R-CF-04', 'DOES_NOT_APPLY', 'another route is taken', {}],

  ['R-CF-05', 'FAIL', 'the sharing goes on all the time', { ...publicInterest, frequency: 'CONTINUOUS' }],
  ...['FULL_RECORD_ACCESS', 'READ_ONLY_VIEW', 'SHARED_FOLDER'].map((mechanism): Row => [
    'R-CF-05',
    'FAIL',
    `it is called case by case and the record is open, ${mechanism}`,
    { ...publicInterest, mechanism },
  ]),
  ['R-CF-05', 'UNKNOWN', 'nobody says how the data travel', { ...publicInterest, mechanism: undefined }],
  ['R-CF-05', 'PASS', 'it was a single emergency', { ...publicInterest, frequency: 'ONE_OFF_EMERGENCY' }],
  ['R-CF-05', 'DOES_NOT_APPLY', 'another route is taken', {}],

  ...['decider', 'harmAverted', 'proportionality', 'consentSought', 'told'].flatMap((part): Row[] =>
    [false, undefined].map((answer) => [
      'R-CF-06',
      'FAIL',
      `the log does not say: ${part} (${String(answer)})`,
      { ...logged, [`confidentiality.decisionFields.${part}`]: answer },
    ]),
  ),
  [
    'R-CF-06',
    'FAIL',
    'the log says nothing',
    { ...publicInterest, 'confidentiality.perCaseDecisionLog': true },
  ],
  ['R-CF-06', 'DOES_NOT_APPLY', 'another route is taken', {}],

  [
    'R-CF-07',
    'STATED',
    'support ends on the last day',
    { ...s251, 'confidentiality.cagExpiry': '2026-11-22' },
  ],
  ['R-CF-07', 'FAIL', 'support ended the day before', { ...s251, 'confidentiality.cagExpiry': '2026-11-21' }],
  ...['SCOTTISH_HEALTH_BOARD', 'NI_HSC_TRUST'].map((orgType): Row => [
    'R-CF-07',
    'FAIL',
    `the body is a ${orgType}, whose nation it does not say`,
    { ...s251, 'parties[0].orgType': orgType },
  ]),
  [
    'R-CF-07',
    'STATED',
    'a Welsh board holds the data',
    { ...s251, 'parties[0].orgType': 'WELSH_HEALTH_BOARD' },
  ],
  [
    'R-CF-07',
    'FAIL',
    'the medical purpose is to prevent crime',
    { ...s251, purposeCodes: ['RESEARCH', 'CRIME_PREVENTION'] },
  ],
  ['R-CF-07', 'FAIL', 'no reference is given', { ...s251, 'confidentiality.cagRef': '' }],
  ['R-CF-07', 'FAIL', 'the purpose is no medical one', { ...s251, 'confidentiality.medicalPurpose': false }],
  [
    'R-CF-07',
    'UNKNOWN',
    'nobody says which purpose',
    { ...s251, 'confidentiality.medicalPurpose': undefined },
  ],
  ['R-CF-07', 'FAIL', 'support is used to pass plans on', { ...s251, stage: 'PLAN_DISSEMINATION' }],
  ['R-CF-07', 'UNKNOWN', 'nobody says for what it is used', { ...s251, stage: undefined }],
  ['R-CF-07', 'DOES_NOT_APPLY', 'another route is taken', {}],

  [
    'R-CF-08',
    'UNKNOWN',
    'what is cited is “not known”',
    { ...statutory, 'confidentiality.routeCitation': 'not known' },
  ],
  [
    'R-CF-08',
    'FAIL',
    'nothing is said of what is cited',
    { ...statutory, 'confidentiality.routeCitation': undefined },
  ],
  ['R-CF-09', 'DOES_NOT_APPLY', 'another route is taken', {}],

  [
    'R-CF-10',
    'PASS',
    'an order required it, and there is a record for that case',
    { ...refused, ...statutory, 'confidentiality.refusalCaseRecord': true },
  ],
  ['R-CF-10', 'FAIL', 'the public interest is claimed without a record', { ...refused, ...publicInterest }],
  [
    'R-CF-10',
    'FAIL',
    'there is a record, and implied consent was relied on',
    { ...refused, 'confidentiality.refusalCaseRecord': true },
  ],
  [
    'R-CF-10',
    'UNKNOWN',
    'the route is “not known”',
    { ...refused, ...route('NOT_KNOWN'), 'confidentiality.refusalCaseRecord': true },
  ],
  ['R-CF-10', 'UNKNOWN', 'nothing is said of confidentiality', none],

  [
    'R-CF-11',
    'FAIL',
    'an Article and a Schedule are cited in one breath',
    {
      'confidentiality.routeCitation':
        'Article 9(2)(h) and Schedule 1 paragraph 2 of the Data Protection Act 2018',
    },
  ],
  ['R-CF-11', 'DOES_NOT_APPLY', 'nothing is cited', { 'confidentiality.routeCitation': '' }],
  ['R-CF-11', 'DOES_NOT_APPLY', 'nothing is said of confidentiality', none],
]);
