import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelFlow } from '../../../../test/support/data-sharing/model-flow.js';
import { genRules } from './gen-rules.js';

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
const sameWordsTwice = {
  flows: [
    { id: 'flow-2', necessityText: modelFlow.necessityText },
    { id: 'flow-3', necessityText: modelFlow.necessityText?.toUpperCase() },
  ],
};

const asked = {
  asked: true,
  lineOfEnquiry: true,
  necessary: true,
  personTold: true,
  counselling: false,
};
const ofVictim = (changes: object = {}) => ({
  'parties[1].orgType': 'POLICE_FORCE',
  victimRequest: { ...asked, ...changes },
});

fixtureTable('General rules (R-GEN)', genRules, [
  ['R-GEN-01', 'PASS', 'sender and recipient are named and their kinds chosen', {}],
  ['R-GEN-01', 'FAIL', 'no recipient is named', { recipientOrgIds: [] }],
  ['R-GEN-01', 'FAIL', 'the recipient’s kind of body is left open', { 'parties[1].orgType': undefined }],
  ['R-GEN-01', 'UNKNOWN', 'the sender is “not known”', { senderOrgId: 'not known' }],
  [
    'R-GEN-01',
    'FAIL',
    'one party is listed twice, as a trust and as police',
    {
      parties: [
        ...(modelFlow.parties ?? []),
        { orgId: 'trust', orgType: 'POLICE_FORCE', role: 'CONTROLLER' },
      ],
    },
  ],
  [
    'R-GEN-01',
    'FAIL',
    'one body of the register stands there as two parties',
    { 'parties[*].registerKey': 'RX1' },
  ],
  ['R-GEN-01', 'WARN', 'two parties have the same name', { 'parties[*].name': 'Example Trust' }],
  ['R-GEN-01', 'FAIL', 'a flow of counts has no sender', { ...counts, senderOrgId: undefined }],

  ['R-GEN-02', 'STATED', 'purposes are chosen and described', {}],
  ['R-GEN-02', 'FAIL', 'no purpose is chosen', { purposeCodes: [] }],
  [
    'R-GEN-02',
    'WARN',
    'the only purpose is multi-agency working',
    { purposeCodes: ['MULTI_AGENCY_WORKING', 'OTHER'] },
  ],
  ['R-GEN-02', 'WARN', 'the purpose is described in a few words', { purposeText: 'Supporting people.' }],
  ['R-GEN-02', 'UNKNOWN', 'the purpose is “not known”', { purposeCodes: ['NOT_KNOWN'] }],
  ['R-GEN-02', 'DOES_NOT_APPLY', 'only counts are shared', counts],

  ['R-GEN-03', 'STATED', 'necessity and alternatives are explained for this flow', {}],
  ['R-GEN-03', 'FAIL', 'alternatives are left blank', { lessIntrusiveAlternativesText: '  ' }],
  ['R-GEN-03', 'WARN', 'two other flows use the same words', {}, { register: sameWordsTwice }],
  [
    'R-GEN-03',
    'STATED',
    'the same words are only this flow’s own',
    {},
    {
      register: { flows: ['flow-1', 'flow-2'].map((id) => ({ id, necessityText: modelFlow.necessityText })) },
    },
  ],
  ['R-GEN-03', 'UNKNOWN', 'necessity is “not known”', { necessityText: 'Not known' }],

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
  ['R-GEN-04', 'DOES_NOT_APPLY', 'only counts are shared, by nobody who is named', { ...nobody, ...counts }],

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
  ['R-GEN-06', 'WARN', 'nothing shows the basis before 25 May 2018', { ...begun2016, assertions: bothAfter }],
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
    'R-GEN-07',
    'PASS',
    'the smallest count is 12',
    { ...counts, aggregate: { smallestCount: 12, secondaryDisclosurePossible: false } },
  ],
  [
    'R-GEN-07',
    'WARN',
    'a count of 3 is shown',
    { ...counts, aggregate: { smallestCount: 3, secondaryDisclosurePossible: false } },
  ],
  [
    'R-GEN-07',
    'WARN',
    'a hidden count can be worked out',
    { ...counts, aggregate: { smallestCount: 12, secondaryDisclosurePossible: true } },
  ],
  [
    'R-GEN-07',
    'WARN',
    'it says counts, and names people',
    {
      ...counts,
      dataCategories: ['IDENTITY'],
      aggregate: { smallestCount: 12, secondaryDisclosurePossible: false },
    },
  ],
  ['R-GEN-07', 'UNKNOWN', 'nobody looked at the counts', counts],
  ['R-GEN-07', 'DOES_NOT_APPLY', 'people can be identified', {}],

  [
    'R-GEN-08',
    'PASS',
    'the flow is a search and nothing else',
    { stage: 'SCREENING', purposeCodes: ['SCREENING_SELECTION'] },
  ],
  [
    'R-GEN-08',
    'PASS',
    'the search has a record of its own',
    { stage: 'SCREENING', searchFlowIds: ['flow-7'] },
    { register: { flows: [{ id: 'flow-7' }] } },
  ],
  [
    'R-GEN-08',
    'FAIL',
    'one record serves the search and the case',
    {
      stage: 'SCREENING',
      purposeCodes: ['SCREENING_SELECTION', 'CASE_MANAGEMENT'],
    },
  ],
  [
    'R-GEN-08',
    'UNKNOWN',
    'the purposes are “not known”',
    { stage: 'SCREENING', purposeCodes: ['NOT_KNOWN'] },
  ],
  [
    'R-GEN-08',
    'UNKNOWN',
    'the register does not hold the search that it names',
    { stage: 'SCREENING', searchFlowIds: ['flow-7'] },
  ],
  ['R-GEN-08', 'DOES_NOT_APPLY', 'the flow passes on plans', {}],

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

  ['R-GEN-10', 'PASS', 'a force asks about a victim and states the need', ofVictim()],
  ['R-GEN-10', 'FAIL', 'no line of enquiry is stated', ofVictim({ lineOfEnquiry: false })],
  ['R-GEN-10', 'FAIL', 'necessity is not stated', ofVictim({ necessary: false })],
  ['R-GEN-10', 'FAIL', 'the person was not told', ofVictim({ personTold: false })],
  [
    'R-GEN-10',
    'FAIL',
    'counselling is asked for, and nothing says why',
    ofVictim({ counselling: true, valueAsProof: false }),
  ],
  [
    'R-GEN-10',
    'PASS',
    'counselling is asked for as proof',
    ofVictim({ counselling: true, valueAsProof: true }),
  ],
  ['R-GEN-10', 'UNKNOWN', 'nobody says who holds it', ofVictim({ counselling: undefined })],
  ['R-GEN-10', 'UNKNOWN', 'nobody says whether it is about a victim', ofVictim({ asked: undefined })],
  [
    'R-GEN-10',
    'DOES_NOT_APPLY',
    'a board in Scotland is asked',
    { ...ofVictim({ necessary: false }), 'parties[0].orgType': 'SCOTTISH_HEALTH_BOARD' },
  ],
  [
    'R-GEN-10',
    'DOES_NOT_APPLY',
    'the flow ended the day before',
    { ...ofVictim({ necessary: false }), startDate: '2025-01-01', endDate: '2026-01-11' },
  ],
  [
    'R-GEN-10',
    'FAIL',
    'the flow ended on that day',
    { ...ofVictim({ necessary: false }), startDate: '2025-01-01', endDate: '2026-01-12' },
  ],
  ['R-GEN-10', 'DOES_NOT_APPLY', 'nobody asks about a victim', ofVictim({ asked: false })],
  ['R-GEN-10', 'DOES_NOT_APPLY', 'no police receive it', {}],
]);
