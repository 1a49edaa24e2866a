import { fixtureTable, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { transparencyRules } from './transparency-rules.js';

const exemption = {
  claimed: true,
  blanket: false,
  perCase: true,
  likelyPrejudice: true,
  citation: 'DPA 2018 Schedule 2 para 2, crime',
};
const exempt = (changes: object) => ({ 'transparency.exemption': { ...exemption, ...changes } });

fixtureTable('Rules on transparency (R-TR)', transparencyRules, [
  ['R-TR-01', 'PASS', 'both notices name the partner and the purpose', {}],
  [
    'R-TR-01',
    'FAIL',
    'a notice does not name the partner',
    { 'transparency.notices[0].namesPartners': false },
  ],
  [
    'R-TR-01',
    'FAIL',
    'a notice does not state the purpose',
    { 'transparency.notices[0].statesPurpose': false },
  ],
  [
    'R-TR-01',
    'PASS',
    'of two notices of the trust one does both',
    {
      'transparency.notices': [
        { orgId: 'trust', namesPartners: false, statesPurpose: true },
        { orgId: 'trust', namesPartners: true, statesPurpose: true },
        { orgId: 'ambulance', namesPartners: true, statesPurpose: true },
      ],
    },
  ],
  [
    'R-TR-01',
    'FAIL',
    'the ambulance trust has no notice',
    { 'transparency.notices[1].orgId': 'somebody else' },
  ],
  ['R-TR-01', 'UNKNOWN', 'nothing is said of notices', { transparency: undefined }],

  ['R-TR-02', 'PASS', 'people are told within a month', {}],
  [
    'R-TR-02',
    'FAIL',
    'they are not, and no exemption is claimed',
    { 'transparency.informedWithinOneMonth': false },
  ],
  [
    'R-TR-02',
    'PASS',
    'they are not, and an exemption is claimed',
    { 'transparency.informedWithinOneMonth': false, 'transparency.exemption.claimed': true },
  ],
  ['R-TR-02', 'UNKNOWN', 'nobody says anything of telling', { transparency: undefined }],
  ['R-TR-02', 'UNKNOWN', 'nobody says', { 'transparency.informedWithinOneMonth': undefined }],
  ['R-TR-02', 'DOES_NOT_APPLY', 'the person gave the data', { sources: ['PERSON_THEMSELF'] }],

  ['R-TR-03', 'PASS', 'likely prejudice is recorded case by case', exempt({})],
  ['R-TR-03', 'FAIL', 'it is claimed for everybody', exempt({ blanket: true })],
  [
    'R-TR-03',
    'FAIL',
    'the crime exemption is claimed without likely prejudice',
    exempt({ likelyPrejudice: false }),
  ],
  ['R-TR-03', 'FAIL', 'it is not decided case by case', exempt({ perCase: false })],
  ...['Sch 2 para 2', 'schedule 2, paragraph 2', 'to detect offences'].map((citation): Row => [
    'R-TR-03',
    'FAIL',
    `“${citation}” is cited without likely prejudice`,
    exempt({ citation, likelyPrejudice: false }),
  ]),
  ...['Schedule 2 para 21', 'Schedule 3 para 2', undefined].map((citation): Row => [
    'R-TR-03',
    'PASS',
    `“${citation ?? 'nothing'}” is cited, which asks for no prejudice`,
    exempt({ citation, likelyPrejudice: false }),
  ]),
  ['R-TR-03', 'UNKNOWN', 'nobody says whether one is claimed', { transparency: undefined }],
  ['R-TR-03', 'UNKNOWN', 'nobody says whether it is for everybody', exempt({ blanket: undefined })],
  ['R-TR-03', 'UNKNOWN', 'nobody says whether each case is decided', exempt({ perCase: undefined })],
  ['R-TR-03', 'DOES_NOT_APPLY', 'none is claimed', {}],

  ['R-TR-04', 'PASS', 'each person is told', {}],
  ['R-TR-04', 'FAIL', 'people on the caseload are not told', { 'transparency.toldIndividually': false }],
  ['R-TR-04', 'UNKNOWN', 'nobody says', { 'transparency.toldIndividually': undefined }],
  ['R-TR-04', 'UNKNOWN', 'nothing is said of transparency', { transparency: undefined }],
  ['R-TR-04', 'DOES_NOT_APPLY', 'the flow is screening', { stage: 'SCREENING' }],
  ['R-TR-04', 'DOES_NOT_APPLY', 'nobody is on a caseload', { subjectGroups: ['STAFF'] }],

  ['R-TR-05', 'PASS', 'both notices come in other formats', {}],
  ['R-TR-05', 'WARN', 'one does not', { 'transparency.notices[1].alternativeFormats': false }],
  ['R-TR-05', 'WARN', 'there is no notice', { 'transparency.notices': [] }],
  ['R-TR-05', 'UNKNOWN', 'nothing is said of notices', { transparency: undefined }],
  ['R-TR-05', 'UNKNOWN', 'nobody says', { 'transparency.notices[1].alternativeFormats': undefined }],
]);
