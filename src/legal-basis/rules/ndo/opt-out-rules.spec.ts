import { fixtureTable, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { optOutRules } from './opt-out-rules.js';

const evaluation = { 'confidentiality.route': 'S251', purposeCodes: ['COST_EVALUATION'] };
const police = { 'parties[1].orgType': 'POLICE_FORCE' };

fixtureTable('Rules on the national data opt-out (R-NDO)', optOutRules, [
  ['R-NDO-01', 'PASS', 'opt-outs are applied', { ...evaluation, 'rights.optOutPosition': 'APPLIED' }],
  ['R-NDO-01', 'FAIL', 'they are said not to apply', evaluation],
  [
    'R-NDO-01',
    'FAIL',
    'they are said not to apply in England',
    { ...evaluation, 'parties[0].nation': 'ENGLAND' },
  ],
  ...['WALES', 'SCOTLAND', 'NORTHERN_IRELAND'].map((nation): Row => [
    'R-NDO-01',
    'DOES_NOT_APPLY',
    `the body is in another nation, ${nation}`,
    { ...evaluation, 'parties[0].nation': nation },
  ]),
  [
    'R-NDO-01',
    'DOES_NOT_APPLY',
    'the flow ended the day before they had to be applied',
    { ...evaluation, startDate: '2019-01-01', endDate: '2022-07-30' },
  ],
  [
    'R-NDO-01',
    'FAIL',
    'the flow ended on that day',
    { ...evaluation, startDate: '2019-01-01', endDate: '2022-07-31' },
  ],
  [
    'R-NDO-01',
    'FAIL',
    'an exemption is relied on and not cited',
    { ...evaluation, 'rights.optOutPosition': 'EXEMPT' },
  ],
  [
    'R-NDO-01',
    'STATED',
    'an exemption is relied on and cited',
    {
      ...evaluation,
      'rights.optOutPosition': 'EXEMPT',
      'rights.optOutExemption': 'A fictional exemption, reference 1',
    },
  ],
  ...[
    'DIRECT_CARE',
    'CASE_MANAGEMENT',
    'CRISIS_PLAN_CREATION',
    'PLAN_DISSEMINATION',
    'SAFEGUARDING',
    'SUICIDE_RISK_EMERGENCY',
    'WELLBEING',
    'MENTORING',
  ].map((purpose): Row => [
    'R-NDO-01',
    'DOES_NOT_APPLY',
    `section 251 is relied on for ${purpose} alone`,
    { ...evaluation, purposeCodes: [purpose] },
  ]),
  [
    'R-NDO-01',
    'FAIL',
    'one of two purposes goes beyond care',
    { ...evaluation, purposeCodes: ['DIRECT_CARE', 'COST_EVALUATION'] },
  ],
  ['R-NDO-01', 'UNKNOWN', 'nothing is said of rights', { ...evaluation, rights: undefined }],
  ['R-NDO-01', 'UNKNOWN', 'nobody says', { ...evaluation, 'rights.optOutPosition': undefined }],
  ['R-NDO-01', 'DOES_NOT_APPLY', 'section 251 is not relied on', {}],

  [
    'R-NDO-02',
    'PASS',
    'opt-outs are applied to sharing with the police',
    { ...police, 'rights.optOutPosition': 'APPLIED' },
  ],
  ['R-NDO-02', 'FAIL', '“direct care” is claimed for a police recipient', police],
  ['R-NDO-02', 'UNKNOWN', 'nothing is said of rights', { ...police, rights: undefined }],
  ['R-NDO-02', 'UNKNOWN', 'nobody says', { ...police, 'rights.optOutPosition': undefined }],
  ['R-NDO-02', 'DOES_NOT_APPLY', 'the police receive nothing', {}],
]);
