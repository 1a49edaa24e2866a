import { changed } from '../../../../test/support/data-sharing/changed.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { retentionRules } from './retention-rules.js';

const period = (words: string) => ({ 'retention.periods[1].period': words });
const screened = (days: number) => ({
  subjectGroups: ['SCREENED_NOT_SELECTED'],
  'retention.screenedNotSelectedDays': days,
});
const closed = changed(modelRegister, {
  'deployments[0].state': 'CLOSED',
  'deployments[0].closedOn': '2026-09-01',
});
const confirmed = (...days: [string, string | undefined][]) => ({
  'retention.withdrawals': days.map(([orgId, confirmedOn]) => ({ orgId, confirmedOn })),
});
const noMarker = { dataCategories: ['IDENTITY'], mechanism: 'EMAIL' };

furtherRows('Rules on retention at their boundaries', retentionRules, [
  ...[
    'Forever',
    'for ever',
    'Permanently',
    'no limit',
    'Until further notice',
    'As long as needed',
    'as long as is required',
  ].map((words): Row => ['R-RET-01', 'FAIL', `the words are “${words}”`, period(words)]),
  ...[
    'As long as necessary, at most 6 years',
    'as long as it is needed and no more than a week',
    'As long as required, reviewed each month',
    'Never kept forever',
    '8 years, then destroyed permanently',
    'Removed permanently at discharge',
    'permanently erased at discharge',
  ].map((words): Row => ['R-RET-01', 'STATED', `the words are “${words}”`, period(words)]),
  ['R-RET-01', 'FAIL', 'nothing is said of retention', { retention: undefined }],
  [
    'R-RET-01',
    'FAIL',
    'there is no entry for one of them',
    { 'retention.periods[1].orgId': 'somebody else' },
  ],

  [
    'R-RET-02',
    'WARN',
    'it is kept for longer than the code says',
    { 'retention.trustRecordYearsAfterTreatment': 21 },
  ],
  [
    'R-RET-02',
    'WARN',
    'it is kept for nine years after death',
    { 'retention.trustRecordYearsAfterDeath': 9 },
  ],
  ['R-RET-02', 'UNKNOWN', 'nothing is said of retention', { retention: undefined }],
  ['R-RET-02', 'UNKNOWN', 'nobody is named', { senderOrgId: undefined, recipientOrgIds: undefined }],
  [
    'R-RET-02',
    'PASS',
    'the mental health trust receives',
    { 'parties[0].orgType': 'NHS_ACUTE', 'parties[1].orgType': 'NHS_MH_TRUST' },
  ],

  ['R-RET-03', 'PASS', 'they are kept for thirty days', screened(30)],
  ['R-RET-03', 'FAIL', 'they are kept for a day more', screened(31)],
  ['R-RET-03', 'PASS', 'they are erased at once', screened(0)],
  [
    'R-RET-03',
    'UNKNOWN',
    'the reason is “not known”',
    { ...screened(31), 'retention.screenedNotSelectedReason': 'not known' },
  ],
  ['R-RET-03', 'UNKNOWN', 'nothing is said of retention', { ...screened(1), retention: undefined }],

  [
    'R-RET-04',
    'PASS',
    'the partner confirmed on the thirtieth day',
    confirmed(['ambulance', '2026-10-01']),
    { register: closed },
  ],
  [
    'R-RET-04',
    'FAIL',
    'the partner confirmed the day after',
    confirmed(['ambulance', '2026-10-02']),
    { register: closed },
  ],
  [
    'R-RET-04',
    'PASS',
    'it is the thirtieth day, and nobody confirmed',
    {},
    { register: closed, asAt: '2026-10-01' },
  ],
  [
    'R-RET-04',
    'FAIL',
    'it is the day after, and nobody confirmed',
    {},
    { register: closed, asAt: '2026-10-02' },
  ],
  ['R-RET-04', 'FAIL', 'somebody else confirmed', confirmed(['police', '2026-09-02']), { register: closed }],
  [
    'R-RET-04',
    'FAIL',
    'one of two partners confirmed',
    {
      recipientOrgIds: ['ambulance', 'police'],
      ...confirmed(['ambulance', '2026-09-02'], ['police', undefined]),
    },
    { register: closed },
  ],
  [
    'R-RET-04',
    'UNKNOWN',
    'nobody knows when it closed',
    {},
    { register: changed(closed, { 'deployments[0].closedOn': undefined }) },
  ],
  ['R-RET-04', 'UNKNOWN', 'no partner is named', { recipientOrgIds: [] }, { register: closed }],
  ['R-RET-04', 'UNKNOWN', 'nothing is said of retention', { retention: undefined }, { register: closed }],
  ['R-RET-04', 'DOES_NOT_APPLY', 'there was no marker and no plan', noMarker, { register: closed }],
  ...[
    { dataCategories: ['MARKER_FLAG'] },
    { dataCategories: ['CRISIS_PLAN'] },
    { mechanism: 'CAD_MARKER' },
    { mechanism: 'ED_AMBULANCE_ALERT' },
  ].map((one): Row => [
    'R-RET-04',
    'FAIL',
    `there was one: ${JSON.stringify(one)}`,
    { ...noMarker, ...one },
    { register: closed },
  ]),

  ['R-RET-05', 'UNKNOWN', 'nothing is said of retention', { retention: undefined }],
]);
