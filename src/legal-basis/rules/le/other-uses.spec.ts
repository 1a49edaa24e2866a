import { A_DOCUMENT } from '../../../../test/support/data-sharing/a-document.js';
import {
  decision,
  joined,
  part3,
  system,
} from '../../../../test/support/data-sharing/law-enforcement-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { rLe06 } from './r-le-06.js';
import { rLe07 } from './r-le-07.js';
import { rLe08 } from './r-le-08.js';
import { rLe09 } from './r-le-09.js';
import { rLe10 } from './r-le-10.js';

const gathered = (purpose: string, ...purposes: string[]) => ({
  'reuse.gatheredFor': [purpose],
  purposeCodes: purposes,
});

fixtureTable(
  'Data used for something else, systems and regimes (R-LE)',
  [rLe06, rLe07, rLe08, rLe09, rLe10],
  [
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
        'reuse.s36AuthorisationLaw': [
          { provisionId: 'care-s45', why: 'The board asked in writing on 2 May.' },
        ],
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
        'reuse.enforcementDecision': { ...decision, evidenceId: A_DOCUMENT },
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
        'reuse.enforcementDecision': { ...decision, evidenceId: A_DOCUMENT },
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
  ],
);
