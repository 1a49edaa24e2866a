import { decision, joined, system } from '../../../../test/support/data-sharing/law-enforcement-facts.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { lawEnforcementRules } from './law-enforcement-rules.js';

const enforced = { 'reuse.gatheredFor': ['CARE'], purposeCodes: ['ENFORCEMENT'] };
const decided = (changes: object) => ({
  ...enforced,
  'reuse.enforcementDecision': { ...decision, ...changes },
});

furtherRows('Data used for something else, systems and regimes at their boundaries', lawEnforcementRules, [
  [
    'R-LE-06',
    'DOES_NOT_APPLY',
    'the use is enforcement',
    { 'reuse.gatheredFor': ['LAW_ENFORCEMENT'], purposeCodes: ['ENFORCEMENT'] },
  ],
  ['R-LE-06', 'UNKNOWN', 'nothing is said of another use', { reuse: undefined }],
  [
    'R-LE-06',
    'UNKNOWN',
    'the law is “not known”',
    {
      'reuse.gatheredFor': ['LAW_ENFORCEMENT'],
      purposeCodes: ['MENTORING'],
      'reuse.s36AuthorisationText': 'not known',
    },
  ],
  ...['ALLEGATION', 'CONVICTION', 'CUSTODY'].map((category): Row => [
    'R-LE-06',
    'FAIL',
    `the police send ${category} and say that they gathered it for something else`,
    {
      'reuse.gatheredFor': ['OTHER'],
      purposeCodes: ['MENTORING'],
      'parties[0].orgType': 'POLICE_FORCE',
      dataCategories: [category],
    },
  ]),
  [
    'R-LE-06',
    'DOES_NOT_APPLY',
    'a trust sends an allegation that it gathered for something else',
    { 'reuse.gatheredFor': ['OTHER'], purposeCodes: ['MENTORING'], dataCategories: ['ALLEGATION'] },
  ],
  ...['cda-s115', 'cbo'].map((provisionId): Row => [
    'R-LE-06',
    'STATED',
    `a power or an order is picked, ${provisionId}`,
    {
      'reuse.gatheredFor': ['LAW_ENFORCEMENT'],
      purposeCodes: ['SAFEGUARDING', 'MENTORING'],
      'reuse.s36AuthorisationLaw': [{ provisionId, why: 'The council asked in writing on 2 May.' }],
    },
  ]),
  ...['ED_CONTACT', 'AMBULANCE_CONTACT', 'CLINICAL_CONTACT'].map((source): Row => [
    'R-LE-07',
    'UNKNOWN',
    `the data come from ${source}, whatever they are said to be gathered for`,
    { sources: [source], 'reuse.gatheredFor': ['OTHER'], purposeCodes: ['ENFORCEMENT'] },
  ]),
  [
    'R-LE-07',
    'FAIL',
    'they are gathered for care, whatever their sources',
    { ...decided({ perCase: false }), sources: ['FAMILY'] },
  ],
  [
    'R-LE-07',
    'STATED',
    'they come from the person, and were gathered for something else and for care',
    { ...decided({}), sources: ['PERSON_THEMSELF'], 'reuse.gatheredFor': ['OTHER', 'CARE'] },
  ],
  ...['decider', 'offence', 'seriousness', 'told'].flatMap((fact): Row[] => [
    ['R-LE-07', 'FAIL', `it is not recorded: ${fact}`, decided({ [fact]: undefined })],
    [
      'R-LE-07',
      'FAIL',
      `nobody says whether each case is decided, and not: ${fact}`,
      decided({ perCase: undefined, [fact]: false }),
    ],
    [
      'R-LE-07',
      'UNKNOWN',
      `nobody says whether each case is decided, nor: ${fact}`,
      decided({ perCase: undefined, [fact]: undefined }),
    ],
  ]),
  ['R-LE-07', 'FAIL', 'it is not decided case by case', decided({ perCase: false })],
  [
    'R-LE-07',
    'FAIL',
    'the stage is enforcement, and cases are not decided',
    { ...decided({ perCase: false }), purposeCodes: ['DIRECT_CARE'], stage: 'ENFORCEMENT' },
  ],
  [
    'R-LE-07',
    'DOES_NOT_APPLY',
    'the data were gathered for enforcement',
    { sources: ['POLICE_CONTACT'], 'reuse.gatheredFor': ['LAW_ENFORCEMENT'], purposeCodes: ['ENFORCEMENT'] },
  ],
  [
    'R-LE-07',
    'UNKNOWN',
    'nothing is said of another use',
    { reuse: undefined, purposeCodes: ['ENFORCEMENT'] },
  ],

  [
    'R-LE-08',
    'DOES_NOT_APPLY',
    'there is no such system',
    { ...system, 'security.automatedPart3System': false },
  ],
  ['R-LE-08', 'DOES_NOT_APPLY', 'nobody uses Part 3', { 'security.automatedPart3System': true }],
  ['R-LE-08', 'UNKNOWN', 'nobody says whether it logs', { ...system, 'security.s62Logging': undefined }],
  ['R-LE-08', 'DOES_NOT_APPLY', 'there is no assertion', { ...system, assertions: undefined }],

  ['R-LE-09', 'FAIL', 'it does not answer Part 3', { ...joined, 'dpia.coversPart3': false }],
  [
    'R-LE-09',
    'PASS',
    'it need not, where the force relies on the UK GDPR',
    { 'parties[1].orgType': 'POLICE_FORCE', 'dpia.coversPart3': false },
  ],
  ['R-LE-09', 'UNKNOWN', 'nobody says who made it', { ...joined, 'dpia.controllerOrgIds': undefined }],
]);
