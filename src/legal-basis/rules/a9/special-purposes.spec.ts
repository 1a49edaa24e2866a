import { condition, para10, para18 } from '../../../../test/support/data-sharing/article-9-facts.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { article9Rules } from './article-9-rules.js';

const atRisk = {
  ...para18,
  'assertions[*].atRiskTest': { careNeeds: true, harmRisk: true, unableToProtect: true },
  'assertions[*].sch1NoConsentReason': 'WOULD_PREJUDICE_PROTECTION',
};
const specialPurposes = article9Rules.filter(({ id }) => id >= 'R-A9-12');

fixtureTable(
  'Rules on safeguarding, crime, functions, research and health (R-A9-12 to 18)',
  specialPurposes,
  [
    ['R-A9-12', 'PASS', 'every part of the test is recorded', atRisk],
    [
      'R-A9-12',
      'PASS',
      'the person is under 18',
      { ...atRisk, 'assertions[*].atRiskTest': { under18: true } },
    ],
    ['R-A9-12', 'FAIL', 'no test is recorded', { ...atRisk, 'assertions[*].atRiskTest': undefined }],
    [
      'R-A9-12',
      'FAIL',
      'the person could protect themself',
      { ...atRisk, 'assertions[0].atRiskTest.unableToProtect': false },
    ],
    [
      'R-A9-12',
      'FAIL',
      'the reason is that the person refused',
      { ...atRisk, 'assertions[*].sch1NoConsentReason': 'PERSON_REFUSED' },
    ],
    [
      'R-A9-12',
      'UNKNOWN',
      'the reason is “not known”',
      { ...atRisk, 'assertions[*].sch1NoConsentReason': 'NOT_KNOWN' },
    ],
    ['R-A9-12', 'DOES_NOT_APPLY', 'nobody relies on safeguarding', {}],

    ['R-A9-13', 'PASS', 'it is decided case by case', para18],
    [
      'R-A9-13',
      'FAIL',
      'it covers the caseload as a standing arrangement',
      { ...para18, frequency: 'STANDING' },
    ],
    [
      'R-A9-13',
      'WARN',
      'it covers the caseload, with a record for each person',
      {
        ...para18,
        frequency: 'STANDING',
        'assertions[*].perPersonRecord': true,
      },
    ],
    ['R-A9-13', 'UNKNOWN', 'nobody says how often', { ...para18, frequency: undefined }],

    [
      'R-A9-14',
      'PASS',
      'an assault is named',
      { ...para10, 'assertions[*].unlawfulActText': 'Assault, Criminal Justice Act 1988 s39' },
    ],
    ['R-A9-14', 'FAIL', 'no act is named', para10],
    [
      'R-A9-14',
      'FAIL',
      'the act is a suicide attempt',
      { ...para10, 'assertions[*].unlawfulActText': 'Repeated suicide attempts on a bridge' },
    ],
    [
      'R-A9-14',
      'FAIL',
      'the act is calling for help',
      { ...para10, 'assertions[*].unlawfulActText': 'Wasting police time by calling 999' },
    ],
    ...[
      'Attempting to end her life',
      'Repeatedly contacting emergency services',
      'Misuse of the 999 service',
      'Asking for help from the crisis team',
      'Frequent calls to the police after a panic attack',
    ].map(
      (unlawfulActText) =>
        [
          'R-A9-14',
          'FAIL',
          `the act is “${unlawfulActText}”`,
          { ...para10, 'assertions[*].unlawfulActText': unlawfulActText },
        ] as const,
    ),
    ...['Violence towards a partner while in crisis', 'Threatening staff with a knife while in crisis'].map(
      (unlawfulActText) =>
        [
          'R-A9-14',
          'PASS',
          `the act is “${unlawfulActText}”`,
          { ...para10, 'assertions[*].unlawfulActText': unlawfulActText },
        ] as const,
    ),
    [
      'R-A9-14',
      'UNKNOWN',
      'the act is “not known”',
      { ...para10, 'assertions[*].unlawfulActText': 'not known' },
    ],

    ['R-A9-15', 'PASS', 'an Act gives the function', condition('9_2_g', 'P2.6')],
    [
      'R-A9-15',
      'FAIL',
      'nothing is cited',
      { ...condition('9_2_g', 'P2.6'), 'assertions[*].functionCitation': ' ' },
    ],
    ['R-A9-15', 'DOES_NOT_APPLY', 'nobody relies on para 6', {}],

    [
      'R-A9-16',
      'PASS',
      'research has safeguards and decides nothing',
      {
        ...condition('9_2_j', 'P1.4'),
        'assertions[*].individualDecisions': false,
        'assertions[*].researchSafeguardsRef': 'Protocol 4',
      },
    ],
    [
      'R-A9-16',
      'FAIL',
      'the output decides who is put on the caseload',
      {
        ...condition('9_2_j', 'P1.4'),
        'assertions[*].individualDecisions': true,
        'assertions[*].researchSafeguardsRef': 'Protocol 4',
      },
    ],
    [
      'R-A9-16',
      'UNKNOWN',
      'nobody says what the output is used for',
      {
        ...condition('9_2_j', 'P1.4'),
        'assertions[*].researchSafeguardsRef': 'Protocol 4',
      },
    ],

    [
      'R-A9-17',
      'PASS',
      'the claim is named',
      { ...condition('9_2_f'), 'assertions[*].claimRef': 'Claim 1 of the fictional register' },
    ],
    ['R-A9-17', 'WARN', 'no claim is named', condition('9_2_f')],
    [
      'R-A9-17',
      'UNKNOWN',
      'the claim is “not known”',
      { ...condition('9_2_f'), 'assertions[*].claimRef': 'unknown' },
    ],

    [
      'R-A9-18',
      'PASS',
      'the flow serves an evaluation',
      { ...condition('9_2_i', 'P1.3'), stage: 'EVALUATION' },
    ],
    [
      'R-A9-18',
      'FAIL',
      'the flow serves case management',
      { ...condition('9_2_i', 'P1.3'), stage: 'CASE_MANAGEMENT' },
    ],
    [
      'R-A9-18',
      'UNKNOWN',
      'nobody says which step it serves',
      { ...condition('9_2_i', 'P1.3'), stage: undefined },
    ],
  ],
);
