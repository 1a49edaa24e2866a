import { A_DOCUMENT } from '../../../../test/support/data-sharing/a-document.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { agreementRules } from './agreement-rules.js';

const agreements = (...types: string[]) => ({
  'controllership.agreements': types.map((type) => ({
    id: type,
    type,
    signedByOrgIds: ['trust', 'ambulance'],
    signedOn: '2026-02-10',
    evidenceId: A_DOCUMENT,
  })),
});
const processor = {
  'parties[1].orgType': 'VENDOR',
  'parties[1].role': 'PROCESSOR',
  'parties[1].usesForOwnPurposes': false,
  ...agreements('DSA', 'ART28'),
};
const ceased = {
  'parties[1].orgType': 'VENDOR',
  'parties[1].ceasedOn': '2021-06-02',
  'parties[1].erasureCertificate': true,
};

fixtureTable('Rules on agreements (R-AGR)', agreementRules, [
  ['R-AGR-01', 'PASS', 'there is a data-sharing agreement', {}],
  ['R-AGR-01', 'FAIL', 'there is none', agreements()],
  ['R-AGR-01', 'UNKNOWN', 'nothing is said of agreements', { 'controllership.agreements': undefined }],
  ['R-AGR-01', 'DOES_NOT_APPLY', 'it is a single emergency', { frequency: 'ONE_OFF_EMERGENCY' }],

  [
    'R-AGR-02',
    'PASS',
    'a joint panel has a joint arrangement',
    { 'controllership.decidedTogether': true, ...agreements('ART26') },
  ],
  ['R-AGR-02', 'FAIL', 'a joint panel has none', { 'controllership.decidedTogether': true }],
  ['R-AGR-02', 'UNKNOWN', 'nobody says who decides', { 'controllership.decidedTogether': undefined }],
  ['R-AGR-02', 'DOES_NOT_APPLY', 'each decides alone', {}],

  [
    'R-AGR-03',
    'PASS',
    'its essence is published',
    { ...agreements('ART26'), 'controllership.essencePublic': true },
  ],
  [
    'R-AGR-03',
    'FAIL',
    'its essence is not published',
    { ...agreements('ART26'), 'controllership.essencePublic': false },
  ],
  ['R-AGR-03', 'UNKNOWN', 'nobody says', agreements('ART26')],

  ['R-AGR-04', 'PASS', 'the supplier has a contract and no purposes of its own', processor],
  ['R-AGR-04', 'FAIL', 'the supplier has no contract', { ...processor, ...agreements('DSA') }],
  [
    'R-AGR-04',
    'FAIL',
    'the supplier benchmarks for itself',
    { ...processor, 'parties[1].usesForOwnPurposes': true },
  ],
  [
    'R-AGR-04',
    'UNKNOWN',
    'nobody says what else it does',
    { ...processor, 'parties[1].usesForOwnPurposes': undefined },
  ],
  ['R-AGR-04', 'DOES_NOT_APPLY', 'there is no processor', {}],

  ['R-AGR-05', 'PASS', 'the supplier ceased and certified erasure', ceased],
  [
    'R-AGR-05',
    'FAIL',
    'the supplier ceased and certified nothing',
    { ...ceased, 'parties[1].erasureCertificate': false },
  ],
  ['R-AGR-05', 'UNKNOWN', 'nobody knows', { ...ceased, 'parties[1].erasureCertificate': undefined }],
  ['R-AGR-05', 'DOES_NOT_APPLY', 'no supplier ceased', {}],
  [
    'R-AGR-05',
    'PASS',
    'a certificate shows that the supplier returned or erased the data, and nobody says whether it still acts',
    { 'parties[1].orgType': 'VENDOR', 'parties[1].erasureCertificate': true },
  ],
  [
    'R-AGR-05',
    'UNKNOWN',
    'one supplier certified erasure, and of another nobody says whether it still acts',
    {
      ...ceased,
      'parties[2]': { orgId: 'other', name: 'Other supplier', orgType: 'VENDOR', role: 'PROCESSOR' },
    },
  ],

  ['R-AGR-06', 'PASS', 'both trusts signed, and it is in force', {}],
  [
    'R-AGR-06',
    'FAIL',
    'the ambulance trust did not sign',
    { 'controllership.agreements[0].signedByOrgIds': ['trust'] },
  ],
  [
    'R-AGR-06',
    'FAIL',
    'it ran out in the summer',
    { 'controllership.agreements[0].expiresOn': '2026-07-31' },
  ],
  [
    'R-AGR-06',
    'UNKNOWN',
    'nobody says who signed',
    { 'controllership.agreements[0].signedByOrgIds': undefined },
  ],
  ['R-AGR-06', 'DOES_NOT_APPLY', 'there is none', agreements()],
]);
