import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { signOffRules } from './sign-off-rules.js';

fixtureTable('Rules on sign-offs (R-SO)', signOffRules, [
  ['R-SO-01', 'PASS', 'three people submitted, decided and approved', {}],
  ['R-SO-01', 'FAIL', 'the submitter approved as executive', { 'signoffs[2].userId': 'submitter' }],
  ['R-SO-01', 'FAIL', 'the Guardian approved as executive', { 'signoffs[2].userId': 'guardian' }],
  [
    'R-SO-01',
    'FAIL',
    'one of two Guardians approved as executive',
    {
      signoffs: [
        { role: 'CALDICOTT_GUARDIAN', userId: 'guardian' },
        { role: 'CALDICOTT_GUARDIAN', userId: 'executive' },
        { role: 'EXEC_APPROVER', userId: 'executive' },
      ],
    },
  ],
  ['R-SO-01', 'FAIL', 'no Guardian signed', { 'signoffs[0].role': 'DPO' }],
  ['R-SO-01', 'FAIL', 'no executive signed', { 'signoffs[2].role': 'DPO' }],
  ['R-SO-01', 'UNKNOWN', 'nobody says who signed', { signoffs: undefined }],
  ['R-SO-01', 'UNKNOWN', 'nobody says which executive signed', { 'signoffs[2].userId': undefined }],
  ['R-SO-01', 'UNKNOWN', 'who submitted is “not known”', { submittedByUserId: 'not known' }],
  ['R-SO-01', 'DOES_NOT_APPLY', 'it is a draft', { submittedByUserId: undefined }],

  ['R-SO-02', 'PASS', 'the officer advised', {}],
  ['R-SO-02', 'FAIL', 'the officer approved', { 'signoffs[1].decision': 'APPROVED' }],
  ['R-SO-02', 'UNKNOWN', 'nobody says what the officer did', { 'signoffs[1].decision': undefined }],
  ['R-SO-02', 'DOES_NOT_APPLY', 'no officer signed', { signoffs: [] }],
]);
