import { condition, limbs, para18 } from '../../../../../test/support/data-sharing/article-9-facts.js';
import { fixtureTable } from '../../../../../test/support/data-sharing/fixture-table.js';
import { rA912 } from './r-a9-12.js';
import { rA913 } from './r-a9-13.js';
import { rA915 } from './r-a9-15.js';
import { rA928 } from './r-a9-28.js';

const atRisk = {
  ...para18,
  'assertions[*].atRiskTest': { careNeeds: true, harmRisk: true, unableToProtect: true },
  'assertions[*].sch1NoConsentReason': 'WOULD_PREJUDICE_PROTECTION',
};

fixtureTable(
  'Rules on functions, unlawful acts and safeguarding',
  [rA912, rA913, rA915, rA928],
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
      'WARN',
      'it covers the caseload as a standing arrangement',
      { ...para18, frequency: 'STANDING' },
    ],
    [
      'R-A9-13',
      'STATED',
      'it covers the caseload, with a record for each person',
      {
        ...para18,
        frequency: 'STANDING',
        'assertions[*].perPersonRecord': true,
      },
    ],
    ['R-A9-13', 'UNKNOWN', 'nobody says how often', { ...para18, frequency: undefined }],

    ['R-A9-15', 'STATED', 'an Act gives the function', condition('9_2_g', 'P2.6')],
    [
      'R-A9-15',
      'FAIL',
      'nothing is cited',
      { ...condition('9_2_g', 'P2.6'), 'assertions[*].functionCitation': ' ' },
    ],
    ['R-A9-15', 'DOES_NOT_APPLY', 'nobody relies on para 6', {}],

    [
      'R-A9-28',
      'STATED',
      'the harm is named',
      { ...para18, ...limbs({ protection: 'A man who moved in takes her benefits' }) },
    ],
    ['R-A9-28', 'FAIL', 'no harm is named', para18],
    ['R-A9-28', 'UNKNOWN', 'the harm is “not known”', { ...para18, ...limbs({ protection: 'not known' }) }],
    [
      'R-A9-28',
      'FAIL',
      'safeguarding is relied on for data about offences',
      { 'assertions[0].art10Sch1Paras': ['P2.18'] },
    ],
    ['R-A9-28', 'DOES_NOT_APPLY', 'nobody relies on safeguarding', {}],
  ],
);
