import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelFlow } from '../../../../test/support/data-sharing/model-flow.js';
import { rGen04 } from './r-gen-04.js';
import { rGen05 } from './r-gen-05.js';
import { rGen06 } from './r-gen-06.js';
import { rGen09 } from './r-gen-09.js';

const [trust, ambulance] = modelFlow.assertions ?? [];
const police = (role: string) => ({
  assertions: [trust],
  'parties[1].orgType': 'POLICE_FORCE',
  'parties[1].role': role,
});
const counts = { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' };
const nobody = { senderOrgId: undefined, recipientOrgIds: undefined };
const begun2016 = { startDate: '2016-10-01', endDate: '2019-03-31' };
const before = {
  regime: 'DPA1998',
  validFrom: '2016-10-01',
  validTo: '2018-05-24',
  dpa1998Sch2: '5(d)',
  dpa1998Sch3: '8',
};
const after = { ...trust, regime: 'GDPR2018', validFrom: '2018-05-25', validTo: '2019-03-31' };
const bothBefore = [
  { ...before, controllerOrgId: 'trust' },
  { ...before, controllerOrgId: 'ambulance' },
];
const bothAfter = [
  { ...after, controllerOrgId: 'trust' },
  { ...after, controllerOrgId: 'ambulance' },
];

fixtureTable(
  'A legal basis of everybody, on every day and under its law (R-GEN)',
  [rGen04, rGen05, rGen06, rGen09],
  [
    ['R-GEN-04', 'PASS', 'each controller has a basis for every day', {}],
    ['R-GEN-04', 'FAIL', 'the recipient has no basis', { assertions: [trust] }],
    [
      'R-GEN-04',
      'FAIL',
      'the recipient’s basis begins a week late',
      { 'assertions[1].validFrom': '2026-03-08' },
    ],
    [
      'R-GEN-04',
      'FAIL',
      'the sender’s basis ended and the flow went on',
      { 'assertions[0].validTo': '2026-10-31' },
    ],
    [
      'R-GEN-04',
      'PASS',
      'the recipient is a processor and needs no basis of its own',
      {
        assertions: [trust],
        'parties[1].role': 'PROCESSOR',
      },
    ],
    [
      'R-GEN-04',
      'FAIL',
      'the bases are narrowed to one of two purposes',
      { purposeCodes: ['DIRECT_CARE', 'ENFORCEMENT'], 'assertions[*].purposeCodes': ['DIRECT_CARE'] },
    ],
    [
      'R-GEN-04',
      'PASS',
      'each purpose has a basis',
      {
        purposeCodes: ['DIRECT_CARE', 'WELLBEING'],
        assertions: [trust, ambulance].flatMap((one) => [
          { ...one, purposeCodes: ['DIRECT_CARE'] },
          { ...one, purposeCodes: ['WELLBEING'] },
        ]),
      },
    ],
    ['R-GEN-04', 'FAIL', 'police are called “neither”, and assert nothing', police('NOT_A_CONTROLLER')],
    ['R-GEN-04', 'FAIL', 'police are called a processor, and assert nothing', police('PROCESSOR')],
    ['R-GEN-04', 'UNKNOWN', 'nobody knows when the flow began', { startDate: undefined }],
    ['R-GEN-04', 'UNKNOWN', 'nobody is named', nobody],
    ['R-GEN-04', 'UNKNOWN', 'the flow ends before it begins', { endDate: '2020-01-01' }],
    [
      'R-GEN-04',
      'UNKNOWN',
      'everybody is a processor, so no body decides',
      { 'parties[0].role': 'PROCESSOR', 'parties[1].role': 'PROCESSOR' },
    ],
    ['R-GEN-04', 'DOES_NOT_APPLY', 'only counts are shared', counts],
    [
      'R-GEN-04',
      'DOES_NOT_APPLY',
      'only counts are shared, by nobody who is named',
      { ...nobody, ...counts },
    ],

    ['R-GEN-05', 'PASS', 'every code is in force for the whole stretch', {}],
    ['R-GEN-05', 'FAIL', 'a stretch ends before it begins', { 'assertions[0].validTo': '2026-02-06' }],
    [
      'R-GEN-05',
      'FAIL',
      'UK GDPR is asserted from October 2016',
      {
        ...begun2016,
        assertions: [{ ...trust, regime: 'UKGDPR', validFrom: '2016-10-01' }],
      },
    ],
    [
      'R-GEN-05',
      'FAIL',
      'a recognised legitimate interest is asserted in 2025',
      {
        startDate: '2025-01-01',
        endDate: '2025-12-31',
        assertions: [
          { ...trust, regime: 'UKGDPR', art6: '6_1_ea', validFrom: '2025-01-01', validTo: '2025-12-31' },
        ],
      },
    ],
    [
      'R-GEN-05',
      'FAIL',
      'the 1998 Act is asserted with an Article 6 basis',
      {
        ...begun2016,
        assertions: [{ ...before, art6: '6_1_e' }],
      },
    ],
    [
      'R-GEN-05',
      'WARN',
      'a basis of 2021 was left to run when its law was amended',
      { startDate: '2021-03-01', 'assertions[*].validFrom': '2021-03-01', 'assertions[*].regime': 'UKGDPR' },
    ],
    ['R-GEN-05', 'UNKNOWN', 'the regime is left open', { 'assertions[0].regime': undefined }],
    ['R-GEN-05', 'DOES_NOT_APPLY', 'there is no assertion', { assertions: [] }],

    [
      'R-GEN-06',
      'STATED',
      'a flow of 2016 was re-based on 25 May 2018, and its first conditions stand in words',
      {
        ...begun2016,
        assertions: [...bothBefore, ...bothAfter],
      },
    ],
    ['R-GEN-06', 'FAIL', 'a flow of 2016 was never re-based', { ...begun2016, assertions: bothBefore }],
    [
      'R-GEN-06',
      'WARN',
      'nothing shows the basis before 25 May 2018',
      { ...begun2016, assertions: bothAfter },
    ],
    ['R-GEN-06', 'UNKNOWN', 'nobody knows when the flow began', { startDate: undefined }],
    ['R-GEN-06', 'DOES_NOT_APPLY', 'the flow began in 2026', {}],
    ['R-GEN-06', 'DOES_NOT_APPLY', 'the flow began in 2026, and nobody is named', nobody],
    [
      'R-GEN-06',
      'DOES_NOT_APPLY',
      'the flow ended on 24 May 2018',
      { startDate: '2016-10-01', endDate: '2018-05-24' },
    ],

    [
      'R-GEN-09',
      'STATED',
      'conditions of both Schedules are given in words',
      { ...begun2016, assertions: bothBefore },
    ],
    [
      'R-GEN-09',
      'FAIL',
      'health data rest on Schedule 2 alone',
      { ...begun2016, assertions: [{ ...before, controllerOrgId: 'trust', dpa1998Sch3: undefined }] },
    ],
    [
      'R-GEN-09',
      'UNKNOWN',
      'the condition of Schedule 2 is “not known”',
      { ...begun2016, assertions: [{ ...before, controllerOrgId: 'trust', dpa1998Sch2: 'not known' }] },
    ],
    ['R-GEN-09', 'DOES_NOT_APPLY', 'the flow began in 2026', {}],
  ],
);
