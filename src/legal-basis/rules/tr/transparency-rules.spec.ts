import { A_DOCUMENT } from '../../../../test/support/data-sharing/a-document.js';
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

const lawEnforcement = (orgType: string) => ({
  'parties[*].orgType': orgType,
  'assertions[*].regime': 'DPA_PART3',
});

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
        { orgId: 'trust', namesPartners: true, statesPurpose: true, evidenceId: A_DOCUMENT },
        { orgId: 'ambulance', namesPartners: true, statesPurpose: true, evidenceId: A_DOCUMENT },
      ],
    },
  ],
  [
    'R-TR-01',
    'FAIL',
    'the ambulance trust has no notice',
    { 'transparency.notices[1].orgId': 'somebody else' },
  ],
  ['R-TR-01', 'STATED', 'a notice is not linked', { 'transparency.notices[0].evidenceId': undefined }],
  ['R-TR-01', 'STATED', 'a title links no notice', { 'transparency.notices[0].evidenceId': 'Our notice' }],
  ['R-TR-01', 'UNKNOWN', 'nothing is said of notices', { transparency: undefined }],
  [
    'R-TR-01',
    'PASS',
    'a force under Part 3 says what for, and names no partner',
    { ...lawEnforcement('POLICE_FORCE'), 'transparency.notices[*].namesPartners': false },
  ],
  [
    'R-TR-01',
    'FAIL',
    'it does not say what for',
    { ...lawEnforcement('POLICE_FORCE'), 'transparency.notices[0].statesPurpose': false },
  ],
  [
    'R-TR-01',
    'FAIL',
    'a trust says that it is under Part 3, and names no partner',
    { ...lawEnforcement('NHS_MH_TRUST'), 'transparency.notices[*].namesPartners': false },
  ],

  ['R-TR-02', 'PASS', 'people are told within a month', {}],
  [
    'R-TR-02',
    'FAIL',
    'they are not, and no exemption is claimed',
    { 'transparency.informedWithinOneMonth': false },
  ],
  [
    'R-TR-02',
    'STATED',
    'they are not, and an exemption is claimed',
    { 'transparency.informedWithinOneMonth': false, 'transparency.exemption.claimed': true },
  ],
  ['R-TR-02', 'UNKNOWN', 'nobody says anything of telling', { transparency: undefined }],
  ['R-TR-02', 'UNKNOWN', 'nobody says', { 'transparency.informedWithinOneMonth': undefined }],
  [
    'R-TR-02',
    'DOES_NOT_APPLY',
    'two forces are under Part 3, which has no month',
    { ...lawEnforcement('POLICE_FORCE'), 'transparency.informedWithinOneMonth': false },
  ],
  [
    'R-TR-02',
    'FAIL',
    'two trusts say that they are under Part 3',
    { ...lawEnforcement('NHS_MH_TRUST'), 'transparency.informedWithinOneMonth': false },
  ],
  [
    'R-TR-02',
    'FAIL',
    'one of two forces is under the UK GDPR too',
    {
      ...lawEnforcement('POLICE_FORCE'),
      'assertions[0].regime': 'UKGDPR_DUAA',
      'transparency.informedWithinOneMonth': false,
    },
  ],
  ['R-TR-02', 'DOES_NOT_APPLY', 'the person gave the data', { sources: ['PERSON_THEMSELF'] }],

  ['R-TR-03', 'STATED', 'likely prejudice is recorded case by case', exempt({})],
  ['R-TR-03', 'FAIL', 'it is claimed for everybody', exempt({ blanket: true })],
  [
    'R-TR-03',
    'FAIL',
    'the crime exemption is claimed without likely prejudice',
    exempt({ likelyPrejudice: false }),
  ],
  ['R-TR-03', 'FAIL', 'it is not decided case by case', exempt({ perCase: false })],
  ...['DPA 2018 Sch 2 para 2', 'Data Protection Act 2018, schedule 2, paragraph 2'].map((citation): Row => [
    'R-TR-03',
    'FAIL',
    `“${citation}” is cited without likely prejudice`,
    exempt({ citation, likelyPrejudice: false }),
  ]),
  [
    'R-TR-03',
    'UNKNOWN',
    'the words name no exemption',
    exempt({ citation: 'to detect offences', likelyPrejudice: false }),
  ],
  ...['UK GDPR Article 13(4)', 'UK GDPR Art 14(5)(a)'].map((citation): Row => [
    'R-TR-03',
    'STATED',
    `people know already, ${citation}, which is so of everybody`,
    exempt({ citation, blanket: true, perCase: false, likelyPrejudice: undefined }),
  ]),
  [
    'R-TR-03',
    'FAIL',
    'an Article that gives no exception is claimed for everybody',
    exempt({ citation: 'UK GDPR Article 23', blanket: true, perCase: false }),
  ],
  ['R-TR-03', 'FAIL', 'nothing is cited', exempt({ citation: undefined })],
  [
    'R-TR-03',
    'FAIL',
    'what is cited is no exemption',
    exempt({ citation: 'Crime and Disorder Act 1998 s115' }),
  ],
  [
    'R-TR-03',
    'STATED',
    'it is picked',
    exempt({ citation: undefined, law: [{ provisionId: 'dpa-sch2-2', why: 'A search is under way.' }] }),
  ],
  [
    'R-TR-03',
    'FAIL',
    'it is picked, and claimed for everybody',
    exempt({ law: [{ provisionId: 'dpa-sch2-2', why: 'A search is under way.' }], blanket: true }),
  ],
  [
    'R-TR-03',
    'STATED',
    'an Act lays the disclosure down, which is general by its nature',
    exempt({ citation: 'UK GDPR Article 14(5)(c)', blanket: true, perCase: false, likelyPrejudice: false }),
  ],
  ...['DPA 2018 Schedule 2 para 21', 'DPA 2018 Schedule 3 para 2'].map((citation): Row => [
    'R-TR-03',
    'STATED',
    `“${citation}” is cited, which asks for no prejudice`,
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
  ['R-TR-05', 'STATED', 'one of them is not linked', { 'transparency.notices[1].evidenceId': undefined }],
  ['R-TR-05', 'STATED', 'a title links no notice', { 'transparency.notices[1].evidenceId': 'Our notice' }],
  ['R-TR-05', 'WARN', 'one does not', { 'transparency.notices[1].alternativeFormats': false }],
  ['R-TR-05', 'WARN', 'there is no notice', { 'transparency.notices': [] }],
  ['R-TR-05', 'UNKNOWN', 'nothing is said of notices', { transparency: undefined }],
  ['R-TR-05', 'UNKNOWN', 'nobody says', { 'transparency.notices[1].alternativeFormats': undefined }],
]);
