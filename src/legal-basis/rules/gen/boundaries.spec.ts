import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelFlow } from '../../../../test/support/data-sharing/model-flow.js';
import { genRules } from './gen-rules.js';

const [trust, ambulance] = modelFlow.assertions ?? [];
const statistics = { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' };
const counts = (
  smallestCount: number | undefined,
  secondaryDisclosurePossible: boolean | undefined = false,
) => ({
  ...statistics,
  aggregate: { smallestCount, secondaryDisclosurePossible },
});
const stretch2016 = { startDate: '2016-10-01', endDate: '2019-03-31' };
const picked = (...ids: string[]) => ids.map((provisionId) => ({ provisionId, why: 'It was the law then' }));
const under1998 = {
  regime: 'DPA1998',
  validFrom: '2016-10-01',
  validTo: '2018-05-24',
  dpa1998Law: picked('dpa1998-sch2-5', 'dpa1998-sch3-8'),
};
const conditions = (changes: object) => ({
  ...stretch2016,
  assertions: [{ ...under1998, controllerOrgId: 'trust', ...changes }],
});
const rebased = (validFrom: string | undefined) => ({
  ...stretch2016,
  assertions: ['trust', 'ambulance'].flatMap((controllerOrgId) => [
    { ...under1998, controllerOrgId },
    { ...trust, regime: 'GDPR2018', validFrom, validTo: '2019-03-31', controllerOrgId },
  ]),
});
const copies = (...ids: string[]) => ({
  register: { flows: ids.map((id) => ({ id, necessityText: modelFlow.necessityText })) },
});
const screening = { stage: 'SCREENING', purposeCodes: ['SCREENING_SELECTION', 'CASE_MANAGEMENT'] };

furtherRows('General rules at their boundaries', genRules, [
  ['R-GEN-01', 'FAIL', 'no sender is named', { senderOrgId: '' }],
  ['R-GEN-01', 'UNKNOWN', 'the kind of a body is “not known”', { 'parties[1].orgType': 'NOT_KNOWN' }],
  ...['Example Constabulary', 'A police force', 'Heddlu Enghraifft'].map((name): Row => [
    'R-GEN-01',
    'WARN',
    `a charity is called ${name}`,
    { 'parties[1].orgType': 'CHARITY', 'parties[1].name': name },
  ]),
  [
    'R-GEN-01',
    'PASS',
    'a force is called one',
    { 'parties[1].orgType': 'POLICE_FORCE', 'parties[1].name': 'A police force' },
  ],
  [
    'R-GEN-01',
    'PASS',
    'a commissioner has police in its name',
    { 'parties[1].orgType': 'PCC', 'parties[1].name': 'Police and Crime Commissioner for Example' },
  ],
  ['R-GEN-01', 'FAIL', 'nothing is said of parties', { parties: undefined }],
  ['R-GEN-01', 'UNKNOWN', 'the recipient is “not known”', { recipientOrgIds: ['not known'] }],

  [
    'R-GEN-02',
    'STATED',
    'the purpose has eighty characters',
    { purposeText: 'Crews read the plan that a person wrote so that they help as that person asks it' },
  ],
  [
    'R-GEN-02',
    'WARN',
    'the purpose has one fewer',
    { purposeText: 'Crews read the plan that a person wrote so that they help as that person asks i' },
  ],
  ['R-GEN-02', 'WARN', 'nothing describes it', { purposeText: undefined }],
  ['R-GEN-02', 'UNKNOWN', 'the words are “not known”', { purposeText: 'not known' }],
  ['R-GEN-02', 'STATED', '“other” stands beside a purpose', { purposeCodes: ['OTHER', 'DIRECT_CARE'] }],
  ['R-GEN-02', 'WARN', 'the only purpose is “other”', { purposeCodes: ['OTHER'] }],

  ['R-GEN-03', 'FAIL', 'necessity is left blank', { necessityText: undefined }],
  ['R-GEN-03', 'UNKNOWN', 'alternatives are “not known”', { lessIntrusiveAlternativesText: 'not known' }],
  ['R-GEN-03', 'STATED', 'one other flow uses the same words', {}, copies('flow-2')],
  ['R-GEN-03', 'STATED', 'this flow and one other use them', {}, copies('flow-1', 'flow-2')],
  ['R-GEN-03', 'WARN', 'this flow and two others use them', {}, copies('flow-1', 'flow-2', 'flow-3')],
  [
    'R-GEN-03',
    'WARN',
    'two others use them, and this one has no id',
    { id: undefined },
    copies('flow-2', 'flow-3'),
  ],
  [
    'R-GEN-03',
    'WARN',
    'others use the same words for alternatives',
    {},
    {
      register: {
        flows: ['flow-2', 'flow-3'].map((id) => ({
          id,
          lessIntrusiveAlternativesText: modelFlow.lessIntrusiveAlternativesText,
        })),
      },
    },
  ],

  [
    'R-GEN-04',
    'UNKNOWN',
    'an assertion has no first day and leaves days open',
    { 'assertions[0].validFrom': undefined },
  ],
  ['R-GEN-04', 'FAIL', 'nobody asserts anything', { assertions: undefined }],
  ['R-GEN-04', 'PASS', 'the flow ended on its first day', { endDate: '2026-03-01' }],
  [
    'R-GEN-04',
    'FAIL',
    'a day between two assertions is open',
    {
      assertions: [{ ...trust, validTo: '2026-05-31' }, { ...trust, validFrom: '2026-06-02' }, ambulance],
    },
  ],

  ['R-GEN-05', 'PASS', 'a stretch is one day long', { 'assertions[0].validTo': '2026-03-01' }],
  ['R-GEN-05', 'FAIL', 'a stretch ends the day before it begins', { 'assertions[0].validTo': '2026-02-28' }],
  ['R-GEN-05', 'UNKNOWN', 'the regime is “not known”', { 'assertions[0].regime': 'NOT_KNOWN' }],
  [
    'R-GEN-05',
    'UNKNOWN',
    'nobody knows when it began',
    { startDate: undefined, 'assertions[0].validFrom': undefined },
  ],
  [
    'R-GEN-05',
    'PASS',
    'no basis and no condition are named',
    { 'assertions[*].art6': undefined, 'assertions[*].art9': undefined },
  ],
  [
    'R-GEN-05',
    'FAIL',
    'the 1998 Act is asserted with an Article 9 condition',
    { ...stretch2016, assertions: [{ ...under1998, controllerOrgId: 'trust', art9: ['9_2_h'] }] },
  ],
  [
    'R-GEN-05',
    'PASS',
    'the 1998 Act is asserted by itself',
    { ...stretch2016, assertions: [{ ...under1998, controllerOrgId: 'trust' }] },
  ],

  ['R-GEN-06', 'STATED', 'it was re-based on the day', rebased('2018-05-25')],
  ['R-GEN-06', 'FAIL', 'it was re-based the day after', rebased('2018-05-26')],
  ['R-GEN-06', 'UNKNOWN', 'nobody knows when it was re-based', rebased(undefined)],
  [
    'R-GEN-06',
    'FAIL',
    'what was asserted on the day was the law of 1998',
    {
      ...stretch2016,
      assertions: ['trust', 'ambulance'].map((controllerOrgId) => ({
        ...under1998,
        validFrom: '2018-05-25',
        validTo: '2019-03-31',
        controllerOrgId,
      })),
    },
  ],
  ['R-GEN-06', 'DOES_NOT_APPLY', 'it began on the day', { startDate: '2018-05-25' }],
  ['R-GEN-06', 'FAIL', 'it began the day before', { startDate: '2018-05-24' }],

  ['R-GEN-07', 'WARN', 'a count of one is shown', counts(1)],
  ['R-GEN-07', 'WARN', 'a count of four is shown', counts(4)],
  ['R-GEN-07', 'PASS', 'the smallest count is five', counts(5)],
  ['R-GEN-07', 'PASS', 'the smallest count is nobody', counts(0)],
  [
    'R-GEN-07',
    'WARN',
    'counts are said to serve the management of cases',
    { ...counts(5), purposeCodes: ['CASE_MANAGEMENT'] },
  ],
  ['R-GEN-07', 'UNKNOWN', 'nobody says what the smallest is', counts(undefined)],
  [
    'R-GEN-07',
    'UNKNOWN',
    'nobody says whether one can be worked out',
    { ...statistics, aggregate: { smallestCount: 5 } },
  ],
  ['R-GEN-07', 'UNKNOWN', 'nobody says whether people can be identified', { identifiability: undefined }],

  ['R-GEN-08', 'FAIL', 'the search it names is itself', { ...screening, searchFlowIds: ['flow-1'] }],
  ['R-GEN-08', 'FAIL', 'the search it names is blank', { ...screening, searchFlowIds: [' '] }],
  [
    'R-GEN-08',
    'PASS',
    'one of the flows it names is another',
    { ...screening, searchFlowIds: ['flow-1', 'flow-7'] },
    { register: { flows: [{ id: 'flow-1' }, { id: 'flow-7' }] } },
  ],
  ['R-GEN-08', 'FAIL', 'no purpose is chosen', { ...screening, purposeCodes: [] }],
  ['R-GEN-08', 'UNKNOWN', 'nobody says which step it is', { stage: undefined }],

  [
    'R-GEN-06',
    'WARN',
    'the basis before gave no condition',
    {
      ...rebased('2018-05-25'),
      'assertions[0].dpa1998Law': undefined,
    },
  ],
  ['R-GEN-09', 'STATED', 'the conditions are picked', conditions({})],
  [
    'R-GEN-09',
    'STATED',
    'the Order of 2000 stands in for Schedule 3',
    conditions({ dpa1998Law: picked('dpa1998-sch2-5', 'si2000-417-4') }),
  ],
  ['R-GEN-09', 'FAIL', 'only Schedule 2 is picked', conditions({ dpa1998Law: picked('dpa1998-sch2-5') })],
  ['R-GEN-09', 'FAIL', 'only Schedule 3 is picked', conditions({ dpa1998Law: picked('dpa1998-sch3-8') })],
  [
    'R-GEN-09',
    'STATED',
    'no sensitive data are shared, and Schedule 2 is enough',
    { ...conditions({ dpa1998Law: picked('dpa1998-sch2-5') }), dataCategories: ['CONTACT'] },
  ],
  [
    'R-GEN-09',
    'FAIL',
    'what is named in words is a section that gives no condition',
    conditions({ dpa1998Law: picked('dpa1998-sch3-8'), dpa1998Sch2: 'Data Protection Act 1998 s29(3)' }),
  ],
]);
