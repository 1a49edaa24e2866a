import { part3, reason, sensitive } from '../../../../test/support/data-sharing/law-enforcement-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { rLe01 } from './r-le-01.js';
import { rLe02 } from './r-le-02.js';
import { rLe03 } from './r-le-03.js';
import { rLe04 } from './r-le-04.js';
import { rLe05 } from './r-le-05.js';
import { rLe11 } from './r-le-11.js';

const atRisk = {
  ...sensitive,
  'assertions[1].atRiskTest': { careNeeds: true, harmRisk: true, unableToProtect: true },
  'assertions[1].sch1NoConsentReason': 'CANNOT_BE_GIVEN',
};
const schedule8 = (paragraph: number, answers: object = {}) => ({
  ...sensitive,
  'assertions[1].strictlyNecessaryText': `${reason} It was so in this case.`,
  'assertions[1].sch8Para': paragraph,
  'assertions[1].substantialPublicInterest': answers,
});

fixtureTable(
  'Rules on law enforcement (R-LE)',
  [rLe01, rLe02, rLe03, rLe04, rLe05, rLe11],
  [
    ['R-LE-01', 'PASS', 'a police force uses Part 3', part3],
    [
      'R-LE-01',
      'FAIL',
      'an ambulance trust uses Part 3',
      { ...part3, 'parties[1].orgType': 'NHS_AMBULANCE' },
    ],
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
    ['R-LE-02', 'STATED', 'the purpose is safeguarding', { ...part3, purposeCodes: ['SAFEGUARDING'] }],
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
  ],
);
