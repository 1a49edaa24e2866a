import { changed } from '../../../../test/support/data-sharing/changed.js';
import { furtherRows } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { consistencyRules } from './consistency-rules.js';

const deployment = (changes: Record<string, unknown>) => ({
  register: changed(
    modelRegister,
    Object.fromEntries(Object.entries(changes).map(([field, value]) => [`deployments[0].${field}`, value])),
  ),
});
const besideClosed = (...closed: object[]) => ({
  register: {
    deployments: [
      {
        id: 'deployment-1',
        state: 'LIVE',
        area: 'Essex',
        forceOrgId: 'f',
        managerId: 'm',
        protocolHash: 'p',
      },
      ...closed,
    ],
  },
});
const states = ['PROPOSED', 'PLANNED', 'TRAINING', 'LIVE', 'PAUSED'] as const;

furtherRows('Rules on consistency at their boundaries', consistencyRules, [
  ['R-CN-01', 'FAIL', 'police are not involved, and send it', { 'parties[0].orgType': 'POLICE_FORCE' }],
  ['R-CN-01', 'UNKNOWN', 'nobody is named', { senderOrgId: undefined, recipientOrgIds: undefined }],
  ['R-CN-01', 'UNKNOWN', 'nobody says who receives it, and it goes on', { 'parties[1].orgType': undefined }],
  [
    'R-CN-01',
    'PASS',
    'nobody says who received it, and it ceased',
    { 'parties[1].orgType': undefined, status: 'CEASED' },
  ],
  ['R-CN-01', 'UNKNOWN', 'the register does not hold the deployment', {}, { register: {} }],
  ...(['CLOSED', 'DISBANDED', 'HALT_ORDERED'] as const).map(
    (state) =>
      ['R-CN-02', 'FAIL', `the flow is active, and the scheme ${state}`, {}, deployment({ state })] as const,
  ),
  [
    'R-CN-02',
    'PASS',
    'the scheme closed and the flow is suspended',
    { status: 'SUSPENDED' },
    deployment({ state: 'CLOSED' }),
  ],
  [
    'R-CN-02',
    'UNKNOWN',
    'the scheme closed and nobody knows of the flow',
    { status: undefined },
    deployment({ state: 'CLOSED' }),
  ],
  ['R-CN-03', 'UNKNOWN', 'nobody says for which purpose', { purposeCodes: undefined }],
  [
    'R-CN-03',
    'UNKNOWN',
    'the register does not hold the deployment',
    { purposeCodes: ['CRIME_PREVENTION'] },
    { register: {} },
  ],
  ...(['scr02', 'scr03', 'scr04', 'scr05'] as const).flatMap((question) => [
    ['R-CN-04', 'FAIL', `${question} is answered with yes`, {}, deployment({ [question]: 'YES' })] as const,
    ['R-CN-04', 'FAIL', `${question} is not answered`, {}, deployment({ [question]: undefined })] as const,
  ]),
  ['R-CN-04', 'PASS', 'the rules stand at the very day', {}, { asAt: '2023-03-10' }],
  [
    'R-CN-04',
    'DOES_NOT_APPLY',
    'it closed the day before',
    {},
    deployment({ state: 'CLOSED', liveTo: '2023-03-09' }),
  ],
  ['R-CN-04', 'PASS', 'it closed on the very day', {}, deployment({ state: 'CLOSED', liveTo: '2023-03-10' })],
  ['R-CN-04', 'UNKNOWN', 'nobody knows when it closed', {}, deployment({ state: 'CLOSED' })],
  ...(['PLANNED', 'TRAINING', 'NOT_ADOPTED', 'ALTERNATIVE_ADOPTED'] as const).map(
    (state) =>
      ['R-CN-04', 'DOES_NOT_APPLY', `it never went live: ${state}`, {}, deployment({ state })] as const,
  ),
  ...states.map(
    (state) => ['R-CN-05', 'PASS', `it is ${state} and like no other`, {}, deployment({ state })] as const,
  ),
  ['R-CN-05', 'UNKNOWN', 'one thing alone is known of it', {}, deployment({ forceOrgId: undefined })],
  ['R-CN-05', 'UNKNOWN', 'the register does not hold the deployment', {}, { register: {} }],
  [
    'R-CN-05',
    'WARN',
    'a disbanded one had the same manager and protocol',
    {},
    besideClosed({ id: 'd2', state: 'DISBANDED', managerId: 'm', protocolHash: 'p' }),
  ],
  [
    'R-CN-05',
    'PASS',
    'two closed ones each had one thing in common',
    {},
    besideClosed(
      { id: 'd2', state: 'CLOSED', managerId: 'm' },
      { id: 'd3', state: 'CLOSED', forceOrgId: 'f' },
    ),
  ],
  [
    'R-CN-05',
    'PASS',
    'one like it is live itself',
    {},
    besideClosed({ id: 'd2', state: 'LIVE', area: 'Essex', forceOrgId: 'f' }),
  ],
]);
