import { A_DOCUMENT } from '../../../../test/support/data-sharing/a-document.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { agreementRules } from './agreement-rules.js';

const agreement = (changes: object) => ({
  id: 'dsa',
  type: 'DSA',
  signedByOrgIds: ['trust', 'ambulance'],
  signedOn: '2026-02-10',
  evidenceId: A_DOCUMENT,
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
    'R-AGR-04',
    'FAIL',
    'one contract is for another processor',
    {
      ...processor,
      'controllership.agreements': [agreement({ type: 'ART28', signedByOrgIds: ['trust', 'other'] })],
    },
  ],
  [
    'R-AGR-04',
    'FAIL',
    'no controller signed',
    {
      ...processor,
      'controllership.agreements': [agreement({ type: 'ART28', signedByOrgIds: ['ambulance'] })],
    },
  ],
  [
    'R-AGR-04',
    'UNKNOWN',
    'nobody says who signed',
    { ...processor, 'controllership.agreements': [agreement({ type: 'ART28', signedByOrgIds: undefined })] },
  ],
  [
    'R-AGR-04',
    'FAIL',
    'the contract ran out',
    { ...processor, 'controllership.agreements': [agreement({ type: 'ART28', expiresOn: '2026-07-31' })] },
  ],
  [
    'R-AGR-04',
    'STATED',
    'the contract is not linked',
    { ...processor, 'controllership.agreements': [agreement({ type: 'ART28', evidenceId: undefined })] },
  ],
  [
    'R-AGR-02',
    'FAIL',
    'one of two joint controllers did not sign',
    {
      'controllership.decidedTogether': true,
      'controllership.agreements': [agreement({ type: 'ART26', signedByOrgIds: ['trust'] })],
    },
  ],
  [
    'R-AGR-02',
    'FAIL',
    'they are joint controllers, and say that each decides alone',
    { 'parties[*].role': 'JOINT_CONTROLLER' },
  ],
  [
    'R-AGR-02',
    'STATED',
    'the arrangement is not linked',
    {
      'controllership.decidedTogether': true,
      'controllership.agreements': [agreement({ type: 'ART26', evidenceId: undefined })],
    },
  ],
  [
    'R-AGR-02',
    'FAIL',
    'the arrangement ran out',
    {
      'controllership.decidedTogether': true,
      'controllership.agreements': [agreement({ type: 'ART26', expiresOn: '2026-07-31' })],
    },
  ],
  [
    'R-AGR-01',
    'STATED',
    'the agreement is not linked',
    { 'controllership.agreements[0].evidenceId': undefined },
  ],
  ...['R-AGR-01', 'R-AGR-06'].map((rule): Row => [
    rule,
    'STATED',
    'what is typed for the agreement names no document',
    { 'controllership.agreements[0].evidenceId': 'On the shared drive' },
  ]),
  [
    'R-AGR-01',
    'STATED',
    'the day it was signed is not known',
    { 'controllership.agreements[0].signedOn': undefined },
  ],
  [
    'R-AGR-06',
    'STATED',
    'the agreement is not linked',
    { 'controllership.agreements[0].evidenceId': undefined },
  ],
  [
    'R-AGR-05',
    'DOES_NOT_APPLY',
    'a supplier ceases the day after',
    { ...ceased, 'parties[1].ceasedOn': '2026-11-23' },
  ],
  ['R-AGR-05', 'DOES_NOT_APPLY', 'a supplier still acts', { ...ceased, 'parties[1].stillActs': true }],
  ['R-AGR-05', 'UNKNOWN', 'nobody says whether a supplier still acts', ceased],
  [
    'R-AGR-05',
    'FAIL',
    'a supplier acts no more, and nobody knows since when',
    { ...ceased, 'parties[1].stillActs': false },
  ],
  [
    'R-AGR-05',
    'FAIL',
    'the flow ended, and the supplier goes on elsewhere',
    { ...ceased, 'parties[1].stillActs': true, endDate: '2026-10-31' },
  ],
  ['R-AGR-05', 'FAIL', 'the flow ceased', { ...ceased, 'parties[1].stillActs': true, status: 'CEASED' }],
  [
    'R-AGR-05',
    'FAIL',
    'a processor of another kind acts no more',
    {
      ...ceased,
      'parties[1].orgType': 'AHSN_HIN',
      'parties[1].role': 'PROCESSOR',
      'parties[1].stillActs': false,
    },
  ],
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
