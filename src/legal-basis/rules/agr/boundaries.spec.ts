import { furtherRows } from '../../../../test/support/data-sharing/fixture-table.js';
import { agreementRules } from './agreement-rules.js';

const agreement = (changes: object) => ({
  id: 'dsa',
  type: 'DSA',
  signedByOrgIds: ['trust', 'ambulance'],
  expiresOn: '2028-02-09',
  ...changes,
});
const processor = {
  'parties[1].orgType': 'VENDOR',
  'parties[1].role': 'PROCESSOR',
  'parties[1].usesForOwnPurposes': false,
  'controllership.agreements': [agreement({ type: 'ART28' })],
};
const ceased = { 'parties[1].orgType': 'VENDOR', 'parties[1].erasureCertificate': false };

furtherRows('Rules on agreements at their boundaries', agreementRules, [
  ['R-AGR-01', 'UNKNOWN', 'nobody says how often', { frequency: undefined }],
  [
    'R-AGR-01',
    'FAIL',
    'there is an agreement of another kind',
    { 'controllership.agreements': [agreement({ type: 'ART28' })] },
  ],
  ['R-AGR-01', 'UNKNOWN', 'nothing is said of who controls', { controllership: undefined }],
  ['R-AGR-02', 'UNKNOWN', 'nothing is said of who controls', { controllership: undefined }],
  ['R-AGR-03', 'DOES_NOT_APPLY', 'there is no joint arrangement', {}],
  ['R-AGR-03', 'UNKNOWN', 'nothing is said of who controls', { controllership: undefined }],
  ['R-AGR-04', 'UNKNOWN', 'nothing is said of parties', { parties: undefined }],
  [
    'R-AGR-04',
    'UNKNOWN',
    'nothing is said of a contract',
    { ...processor, 'controllership.agreements': undefined },
  ],
  [
    'R-AGR-04',
    'PASS',
    'a controller beside it has purposes of its own',
    { ...processor, 'parties[0].usesForOwnPurposes': true },
  ],
  [
    'R-AGR-05',
    'FAIL',
    'a supplier ceased on the very day',
    { ...ceased, 'parties[1].ceasedOn': '2026-11-22' },
  ],
  [
    'R-AGR-05',
    'DOES_NOT_APPLY',
    'a supplier ceases the day after',
    { ...ceased, 'parties[1].ceasedOn': '2026-11-23' },
  ],
  ['R-AGR-05', 'DOES_NOT_APPLY', 'a supplier has not ceased', ceased],
  [
    'R-AGR-05',
    'DOES_NOT_APPLY',
    'another body ceased',
    { ...ceased, 'parties[1].orgType': 'CHARITY', 'parties[1].ceasedOn': '2021-06-02' },
  ],
  ['R-AGR-05', 'DOES_NOT_APPLY', 'nothing is said of parties', { parties: undefined }],
  [
    'R-AGR-06',
    'PASS',
    'it runs out on the last day',
    { 'controllership.agreements[0].expiresOn': '2026-11-22' },
  ],
  [
    'R-AGR-06',
    'FAIL',
    'it ran out the day before',
    { 'controllership.agreements[0].expiresOn': '2026-11-21' },
  ],
  ['R-AGR-06', 'PASS', 'it has no end', { 'controllership.agreements[0].expiresOn': undefined }],
  [
    'R-AGR-06',
    'PASS',
    'one of two agreements is in force',
    { 'controllership.agreements': [agreement({ expiresOn: '2026-07-31' }), agreement({})] },
  ],
  [
    'R-AGR-06',
    'PASS',
    'a carer who receives it did not sign',
    { 'parties[1].orgType': 'FAMILY_OR_CARER', 'controllership.agreements[0].signedByOrgIds': ['trust'] },
  ],
]);
