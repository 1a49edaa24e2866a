import { changed } from '../../../../test/support/data-sharing/changed.js';
import { fixtureTable, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { retentionRules } from './retention-rules.js';

const screened = { subjectGroups: ['SCREENED_NOT_SELECTED'] };
const closed = changed(modelRegister, {
  'deployments[0].state': 'CLOSED',
  'deployments[0].closedOn': '2026-09-01',
});
const confirmed = (confirmedOn?: string) => ({
  'retention.withdrawals': [{ orgId: 'ambulance', confirmedOn }],
});

fixtureTable('Rules on retention (R-RET)', retentionRules, [
  ['R-RET-01', 'STATED', 'both trusts state a period', {}],
  ['R-RET-01', 'FAIL', 'one states none', { 'retention.periods[1].period': undefined }],
  ['R-RET-01', 'FAIL', 'one keeps them indefinitely', { 'retention.periods[1].period': 'Indefinitely' }],
  [
    'R-RET-01',
    'FAIL',
    'a second entry is without end',
    { 'retention.periods[2]': { orgId: 'trust', period: 'Indefinite' } },
  ],
  [
    'R-RET-01',
    'FAIL',
    'the words name no time',
    { 'retention.periods[1].period': 'As long as is necessary' },
  ],
  [
    'R-RET-01',
    'STATED',
    'they are deleted for good',
    { 'retention.periods[1].period': '8 years, then permanently deleted' },
  ],
  [
    'R-RET-01',
    'STATED',
    'it says they are not kept for ever',
    { 'retention.periods[1].period': 'Not kept indefinitely: six years' },
  ],
  ['R-RET-01', 'UNKNOWN', 'a period is “not known”', { 'retention.periods[1].period': 'not known' }],

  ['R-RET-02', 'PASS', 'the trust follows the records code', {}],
  [
    'R-RET-02',
    'WARN',
    'the trust keeps its record for eight years',
    { 'retention.trustRecordYearsAfterTreatment': 8 },
  ],
  ['R-RET-02', 'UNKNOWN', 'nobody says', { 'retention.trustRecordYearsAfterDeath': undefined }],
  ['R-RET-02', 'DOES_NOT_APPLY', 'no mental health trust takes part', { 'parties[0].orgType': 'NHS_ACUTE' }],

  [
    'R-RET-03',
    'PASS',
    'they are erased in a fortnight',
    { ...screened, 'retention.screenedNotSelectedDays': 14 },
  ],
  [
    'R-RET-03',
    'FAIL',
    'they are kept for a year without a reason',
    { ...screened, 'retention.screenedNotSelectedDays': 365 },
  ],
  [
    'R-RET-03',
    'STATED',
    'they are kept for a year with a reason',
    {
      ...screened,
      'retention.screenedNotSelectedDays': 365,
      'retention.screenedNotSelectedReason': 'An open complaint.',
    },
  ],
  ['R-RET-03', 'UNKNOWN', 'nobody says how long', screened],
  ['R-RET-03', 'DOES_NOT_APPLY', 'only people on the caseload are concerned', {}],

  ['R-RET-04', 'PASS', 'the partner confirmed within a month', confirmed('2026-09-20'), { register: closed }],
  [
    'R-RET-04',
    'FAIL',
    'the partner confirmed after two months',
    confirmed('2026-11-02'),
    { register: closed },
  ],
  ['R-RET-04', 'FAIL', 'the partner never confirmed', {}, { register: closed }],
  [
    'R-RET-04',
    'FAIL',
    'the scheme was disbanded and the partner never confirmed',
    {},
    { register: changed(closed, { 'deployments[0].state': 'DISBANDED' }) },
  ],
  [
    'R-RET-04',
    'PASS',
    'a week after closing there is still time',
    {},
    { register: closed, asAt: '2026-09-08' },
  ],
  [
    'R-RET-04',
    'UNKNOWN',
    'nobody says what partners confirmed',
    { 'retention.withdrawals': undefined },
    { register: closed },
  ],
  ['R-RET-04', 'DOES_NOT_APPLY', 'the scheme is live', {}],

  [
    'R-RET-05',
    'PASS',
    'a review is open and nothing was deleted',
    {
      'retention.openReviewOrRequest': true,
      'retention.deletionExecuted': false,
    },
  ],
  [
    'R-RET-05',
    'FAIL',
    'a review is open and data were deleted',
    {
      'retention.openReviewOrRequest': true,
      'retention.deletionExecuted': true,
    },
  ],
  ...(
    [
      ['FOI_REQUEST', 'FAIL'],
      ['FOI_SCOTLAND_REQUEST', 'FAIL'],
      ['SUBJECT_ACCESS_REQUEST', 'FAIL'],
      ['STATUTORY_INQUIRY', 'FAIL'],
      ['NOT_KNOWN', 'FAIL'],
      ['REVIEW', 'WARN'],
    ] as const
  ).map(([open, outcome]): Row => [
    'R-RET-05',
    outcome,
    `data were deleted while this was open: ${open}`,
    {
      'retention.openReviewOrRequest': true,
      'retention.openMatters': [open],
      'retention.deletionExecuted': true,
    },
  ]),
  [
    'R-RET-05',
    'FAIL',
    'data were deleted while a review and a request were open',
    {
      'retention.openReviewOrRequest': true,
      'retention.openMatters': ['REVIEW', 'FOI_REQUEST'],
      'retention.deletionExecuted': true,
    },
  ],
  ['R-RET-05', 'UNKNOWN', 'nobody says whether data were deleted', { 'retention.openReviewOrRequest': true }],
  ['R-RET-05', 'DOES_NOT_APPLY', 'nothing is open', {}],
]);
