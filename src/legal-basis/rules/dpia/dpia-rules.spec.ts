import { HASH_OF_DPIA } from '../../../../test/support/data-sharing/a-document.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { dpiaRules } from './dpia-rules.js';

const none = { dpia: undefined };
const absent = { 'dpia.exists': false };

fixtureTable('Rules on impact assessments (R-DPIA)', dpiaRules, [
  ['R-DPIA-01', 'PASS', 'there is an assessment of a flow about vulnerable people', {}],
  ['R-DPIA-01', 'FAIL', 'there is none', absent],
  [
    'R-DPIA-01',
    'FAIL',
    'police receive health data and there is none',
    {
      dpia: { exists: false },
      'parties[1].orgType': 'POLICE_FORCE',
    },
  ],
  ['R-DPIA-01', 'UNKNOWN', 'nothing is said of an assessment', none],
  ['R-DPIA-01', 'DOES_NOT_APPLY', 'only contact details are shared', { dataCategories: ['CONTACT'] }],

  ['R-DPIA-02', 'PASS', 'it was approved before the flow began', {}],
  ['R-DPIA-02', 'PASS', 'it was approved on the day the flow began', { 'dpia.approvedAt': '2026-03-01' }],
  ['R-DPIA-02', 'FAIL', 'it was approved the day after', { 'dpia.approvedAt': '2026-03-02' }],
  ['R-DPIA-02', 'UNKNOWN', 'nobody knows when it was approved', { 'dpia.approvedAt': undefined }],
  ['R-DPIA-02', 'DOES_NOT_APPLY', 'there is none', absent],

  ['R-DPIA-03', 'PASS', 'all four parts are there', {}],
  ['R-DPIA-03', 'FAIL', 'the risks to people are missing', { 'dpia.risks': false }],
  ['R-DPIA-03', 'UNKNOWN', 'nobody says whether the measures are there', { 'dpia.measures': undefined }],

  ['R-DPIA-04', 'PASS', 'the officer advised and was followed', {}],
  [
    'R-DPIA-04',
    'STATED',
    'the officer was not followed, and the reason is given',
    {
      'dpia.dpoAdviceFollowed': false,
      'dpia.dpoAdviceNotFollowedReason': 'The advice came after the plan was withdrawn.',
    },
  ],
  ['R-DPIA-04', 'FAIL', 'the officer was not asked', { 'dpia.dpoAdvice': false }],
  [
    'R-DPIA-04',
    'WARN',
    'the officer was not followed, and no reason is given',
    { 'dpia.dpoAdviceFollowed': false },
  ],
  ['R-DPIA-04', 'UNKNOWN', 'nobody says whether the officer advised', { 'dpia.dpoAdvice': undefined }],

  ['R-DPIA-05', 'PASS', 'the people concerned were asked', {}],
  ['R-DPIA-05', 'WARN', 'they were not, and no reason is given', { 'dpia.viewsSought': false }],
  [
    'R-DPIA-05',
    'STATED',
    'they were not, and the reason is given',
    {
      'dpia.viewsSought': false,
      'dpia.viewsNotSoughtReason': 'A user-led group answered for them.',
    },
  ],
  ['R-DPIA-05', 'UNKNOWN', 'nobody says', { 'dpia.viewsSought': undefined }],

  [
    'R-DPIA-06',
    'STATED',
    'a high risk remains and the Commissioner was consulted',
    {
      'dpia.residualRisk': 'HIGH',
      'dpia.icoConsultationRef': 'fictional reference 2',
    },
  ],
  ['R-DPIA-06', 'FAIL', 'a high risk remains and nobody was consulted', { 'dpia.residualRisk': 'HIGH' }],
  ['R-DPIA-06', 'UNKNOWN', 'nobody says which risk remains', { 'dpia.residualRisk': undefined }],
  ['R-DPIA-06', 'DOES_NOT_APPLY', 'a low risk remains', {}],

  ['R-DPIA-07', 'PASS', 'nothing changed and it is less than a year old', {}],
  [
    'R-DPIA-07',
    'PASS',
    'it was reviewed within a month of a change',
    {
      changes: [{ type: 'RECIPIENT', changedOn: '2026-06-01' }],
      'dpia.reviewedOn': ['2026-06-30'],
    },
  ],
  [
    'R-DPIA-07',
    'FAIL',
    'a recipient changed and it was not reviewed',
    { changes: [{ type: 'RECIPIENT', changedOn: '2026-06-01' }] },
  ],
  [
    'R-DPIA-07',
    'PASS',
    'a recipient changed a week ago, so there is still time',
    { changes: [{ type: 'RECIPIENT', changedOn: '2026-11-15' }] },
  ],
  ['R-DPIA-07', 'WARN', 'it has not been looked at for over a year', {}, { asAt: '2027-02-11' }],
  ['R-DPIA-07', 'UNKNOWN', 'nobody says whether anything changed', { changes: undefined }],

  ['R-DPIA-08', 'PASS', 'both trusts joined it', {}],
  ['R-DPIA-08', 'WARN', 'only one did', { 'dpia.controllerOrgIds': ['trust'] }],
  ['R-DPIA-08', 'UNKNOWN', 'nobody says who joined it', { 'dpia.controllerOrgIds': undefined }],
  ['R-DPIA-08', 'DOES_NOT_APPLY', 'there is one controller', { 'parties[1].role': 'PROCESSOR' }],

  ['R-DPIA-09', 'PASS', 'the document is this deployment’s own', {}],
  [
    'R-DPIA-09',
    'WARN',
    'another deployment has the same document',
    {},
    {
      register: { flows: [{ id: 'flow-9', deploymentId: 'deployment-9', dpiaFileHash: HASH_OF_DPIA }] },
    },
  ],
  [
    'R-DPIA-09',
    'WARN',
    'it comes from a supplier’s pack',
    {},
    { register: { vendorPackHashes: [HASH_OF_DPIA] } },
  ],
  ['R-DPIA-09', 'STATED', 'no such document is kept', {}, { register: { documents: ['d2'.repeat(32)] } }],
  ['R-DPIA-09', 'UNKNOWN', 'no document is attached', { 'dpia.fileHash': undefined }],
]);
