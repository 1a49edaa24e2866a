import { changed } from '../../../../test/support/data-sharing/changed.js';
import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { consistencyRules } from './consistency-rules.js';

const deployment = (changes: Record<string, unknown>) => ({
  register: changed(
    modelRegister,
    Object.fromEntries(Object.entries(changes).map(([field, value]) => [`deployments[0].${field}`, value])),
  ),
});
const police = { 'parties[1].orgType': 'POLICE_FORCE' };
const closedNeighbour = { id: 'deployment-0', state: 'CLOSED', area: 'example area', forceOrgId: 'force' };
const besideClosed = (changes: object) => ({
  register: {
    ...modelRegister,
    deployments: [...(modelRegister.deployments ?? []), { ...closedNeighbour, ...changes }],
  },
});

fixtureTable('Rules on consistency across records (R-CN)', consistencyRules, [
  ['R-CN-01', 'PASS', 'police are not involved, and receive nothing', {}],
  ['R-CN-01', 'FAIL', 'police are not involved, and receive this flow', police],
  ['R-CN-01', 'PASS', 'the flow with the police has ceased', { ...police, status: 'CEASED' }],
  [
    'R-CN-01',
    'DOES_NOT_APPLY',
    'the deployment says that police are involved',
    police,
    deployment({ policeInvolvement: true }),
  ],
  ['R-CN-01', 'UNKNOWN', 'the deployment does not say', police, deployment({ policeInvolvement: undefined })],

  [
    'R-CN-02',
    'PASS',
    'the scheme closed and the flow ceased',
    { status: 'CEASED' },
    deployment({ state: 'CLOSED' }),
  ],
  [
    'R-CN-02',
    'FAIL',
    'the scheme was halted and the flow is active',
    {},
    deployment({ state: 'HALT_ORDERED' }),
  ],
  ['R-CN-02', 'UNKNOWN', 'nobody knows the state of the scheme', {}, deployment({ state: 'UNKNOWN' })],
  ['R-CN-02', 'DOES_NOT_APPLY', 'the scheme is live', {}],

  [
    'R-CN-03',
    'PASS',
    'some people have an offence history',
    { purposeCodes: ['CRIME_PREVENTION'] },
    deployment({ cohortWithoutOffenceHistory: false }),
  ],
  ['R-CN-03', 'WARN', 'nobody has', { purposeCodes: ['CRIME_PREVENTION'] }],
  [
    'R-CN-03',
    'UNKNOWN',
    'the deployment does not say',
    { purposeCodes: ['CRIME_PREVENTION'] },
    deployment({ cohortWithoutOffenceHistory: undefined }),
  ],
  ['R-CN-03', 'DOES_NOT_APPLY', 'the purpose is care', {}],

  ['R-CN-04', 'PASS', 'every red-line question is answered with no', {}],
  ['R-CN-04', 'FAIL', 'a plan tells services to withhold a response', {}, deployment({ scr04: 'YES' })],
  ['R-CN-04', 'FAIL', 'it is not known whether sanctions are used', {}, deployment({ scr05: 'NOT_KNOWN' })],
  [
    'R-CN-04',
    'FAIL',
    'the flow ended before the position of March 2023 and the scheme went on',
    { startDate: '2021-01-01', endDate: '2022-01-01' },
    deployment({ scr04: 'YES' }),
  ],
  ['R-CN-04', 'DOES_NOT_APPLY', 'nobody can know it the day before', {}, { asAt: '2023-03-09' }],
  ['R-CN-04', 'UNKNOWN', 'the register does not hold the deployment', {}, { register: {} }],
  ['R-CN-04', 'DOES_NOT_APPLY', 'the scheme is only proposed', {}, deployment({ state: 'PROPOSED' })],

  ['R-CN-05', 'PASS', 'no closed scheme is like this one', {}],
  ['R-CN-05', 'WARN', 'a closed scheme had the same area and force', {}, besideClosed({})],
  [
    'R-CN-05',
    'PASS',
    'a closed scheme had the same area only',
    {},
    besideClosed({ forceOrgId: 'another force' }),
  ],
  [
    'R-CN-05',
    'UNKNOWN',
    'nothing is known of area, force or manager',
    {},
    deployment({ area: '', forceOrgId: undefined }),
  ],
  ['R-CN-05', 'DOES_NOT_APPLY', 'the scheme has closed', {}, deployment({ state: 'CLOSED' })],
]);
