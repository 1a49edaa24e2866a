import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { patternRules } from './pattern-rules.js';

const police = { 'parties[1].orgType': 'POLICE_FORCE' };
const asked = { ...police, mechanism: 'VERBAL', purposeCodes: ['CRIME_PREVENTION'], stage: 'ENFORCEMENT' };
const fromPolice = { 'parties[0].orgType': 'POLICE_FORCE', mechanism: 'VERBAL' };
const answers = (changes: object) => ({
  register: {
    ...modelRegister,
    deployments: (modelRegister.deployments ?? []).map((one) => ({ ...one, ...changes })),
  },
});

fixtureTable('Patterns that the position of 10 March 2023 ends (R-PAT)', patternRules, [
  ['R-PAT-01', 'PASS', 'police are told of one case', asked],
  ['R-PAT-01', 'WARN', 'police have a standing arrangement', { ...asked, frequency: 'STANDING' }],
  [
    'R-PAT-01',
    'WARN',
    'police have a view of their own, whatever the frequency says',
    { ...asked, mechanism: 'READ_ONLY_VIEW' },
  ],
  [
    'R-PAT-01',
    'WARN',
    'what police see is named anything but health',
    { ...asked, frequency: 'STANDING', dataCategories: ['IDENTITY', 'SAFEGUARDING'] },
  ],
  ['R-PAT-01', 'WARN', 'police have accounts', { ...asked, 'security.policeAccounts': true }],
  [
    'R-PAT-01',
    'WARN',
    'it is called counts only',
    { ...asked, frequency: 'STANDING', identifiability: 'AGGREGATE' },
  ],
  ['R-PAT-01', 'UNKNOWN', 'nobody says how often', { ...asked, frequency: undefined, security: undefined }],
  ['R-PAT-01', 'DOES_NOT_APPLY', 'police receive nothing', {}],

  [
    'R-PAT-02',
    'PASS',
    'a force tells a crew of a danger',
    { ...fromPolice, purposeCodes: ['SUICIDE_RISK_EMERGENCY'], stage: 'EVALUATION' },
  ],
  [
    'R-PAT-02',
    'WARN',
    'police data choose whom to treat',
    { ...fromPolice, purposeCodes: ['SCREENING_SELECTION'] },
  ],
  [
    'R-PAT-02',
    'WARN',
    'a panel looks at them',
    { ...fromPolice, purposeCodes: ['SAFEGUARDING'], stage: 'PANEL' },
  ],
  [
    'R-PAT-02',
    'WARN',
    'another body passes on what police gathered',
    { sources: ['POLICE_CONTACT'], purposeCodes: ['CASE_MANAGEMENT'] },
  ],
  ['R-PAT-02', 'DOES_NOT_APPLY', 'nothing comes from police', {}],

  ['R-PAT-03', 'PASS', 'the plan refuses nothing', {}],
  ['R-PAT-03', 'WARN', 'the plan can lead to a refusal', { 'dpia.serviceDenialEffect': true }],
  ['R-PAT-03', 'UNKNOWN', 'nobody says so', { 'dpia.serviceDenialEffect': undefined }],
  [
    'R-PAT-03',
    'DOES_NOT_APPLY',
    'no plan is passed on',
    { purposeCodes: ['DIRECT_CARE'], stage: 'EVALUATION', mechanism: 'VERBAL' },
  ],

  ['R-PAT-04', 'PASS', 'police are told of a threat', asked],
  ['R-PAT-04', 'WARN', 'police mentor', { ...asked, purposeCodes: ['CRIME_PREVENTION', 'MENTORING'] }],
  ['R-PAT-04', 'WARN', 'police manage cases', { ...asked, stage: 'CASE_MANAGEMENT' }],
  ['R-PAT-04', 'UNKNOWN', 'no purpose is chosen', { ...asked, purposeCodes: undefined, stage: undefined }],
  ['R-PAT-04', 'DOES_NOT_APPLY', 'police receive nothing', {}],

  ['R-PAT-05', 'PASS', 'the flow shows nothing that the screening denies', {}],
  [
    'R-PAT-05',
    'FAIL',
    'the plan can refuse, and the screening says no plan does',
    { 'dpia.serviceDenialEffect': true },
  ],
  [
    'R-PAT-05',
    'FAIL',
    'police mentor, and the screening says they have no planned contact',
    { ...asked, purposeCodes: ['MENTORING'] },
  ],
  [
    'R-PAT-05',
    'FAIL',
    'police write plans, and the screening says they do not',
    { ...asked, purposeCodes: ['CRISIS_PLAN_CREATION'] },
  ],
  ['R-PAT-05', 'FAIL', 'care data are used to punish', { purposeCodes: ['ENFORCEMENT'] }],
  [
    'R-PAT-05',
    'FAIL',
    'police manage cases outside the team',
    { ...asked, stage: 'CASE_MANAGEMENT' },
    answers({ scr01: 'NO' }),
  ],
  ['R-PAT-05', 'FAIL', 'a crew’s alert is denied', {}, answers({ scr10: 'NO' })],
  [
    'R-PAT-05',
    'FAIL',
    'a panel sees people who were not told',
    { stage: 'PANEL', 'transparency.toldIndividually': false },
    answers({ scr08: 'NO' }),
  ],
  [
    'R-PAT-05',
    'FAIL',
    'demand decides whom to treat',
    { ...fromPolice, purposeCodes: ['SCREENING_SELECTION', 'DEMAND_REDUCTION'] },
    answers({ scr06: 'NO' }),
  ],
  [
    'R-PAT-05',
    'WARN',
    'a supplier’s portal is used, and the screening denies all material of the network',
    { purposeCodes: ['VENDOR_PORTAL'] },
    answers({ scr09: 'NO' }),
  ],
  [
    'R-PAT-05',
    'WARN',
    'the scheme has area and force of one that closed, and the screening denies an earlier one',
    {},
    {
      register: {
        deployments: [
          ...answers({ scr11: 'NO' }).register.deployments,
          { id: 'deployment-0', state: 'CLOSED', area: 'Example Area', forceOrgId: 'force' },
        ],
      },
    },
  ],
  [
    'R-PAT-05',
    'PASS',
    'the screening denies an earlier scheme, and no scheme that closed is like this one',
    {},
    answers({ scr11: 'NO' }),
  ],
  [
    'R-PAT-05',
    'PASS',
    'the screening says yes to it',
    { 'dpia.serviceDenialEffect': true },
    answers({ scr04: 'YES' }),
  ],
  [
    'R-PAT-05',
    'DOES_NOT_APPLY',
    'the screening denies nothing',
    {},
    answers({ scr02: 'YES', scr03: 'YES', scr04: 'YES', scr05: 'YES' }),
  ],
]);
