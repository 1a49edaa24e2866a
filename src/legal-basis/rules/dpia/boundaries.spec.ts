import { HASH_OF_DPIA } from '../../../../test/support/data-sharing/a-document.js';
import { furtherRows, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { dpiaRules } from './dpia-rules.js';

const none = { dpia: undefined };
const absent = { 'dpia.exists': false };
const notVulnerable = { ...absent, 'dpia.vulnerableSubjects': false };
const changedOn = (...days: (string | undefined)[]) => ({ changes: days.map((day) => ({ changedOn: day })) });
const change = (day: string, ...reviewedOn: string[]) => ({
  ...changedOn(day),
  'dpia.reviewedOn': reviewedOn,
});
const since2016 = (approvedAt: string) => ({ startDate: '2016-10-03', 'dpia.approvedAt': approvedAt });
const part3 = (orgType: string) => ({
  'parties[*].orgType': orgType,
  'assertions[*].regime': 'DPA_PART3',
});
const noNecessity = { 'dpia.necessityAndProportionality': false };
const notApproved = { 'dpia.approvedAt': undefined };
const rest = ['02', '03', '04', '05', '06', '07', '08', '09'].map((number) => `R-DPIA-${number}`);

furtherRows('Rules on impact assessments at their boundaries', dpiaRules, [
  ...rest.flatMap((rule): Row[] => [
    [rule, 'DOES_NOT_APPLY', 'there is none', { ...absent, 'dpia.residualRisk': 'HIGH' }],
    [rule, 'UNKNOWN', 'nothing is said of one', none],
  ]),
  ['R-DPIA-01', 'DOES_NOT_APPLY', 'nothing calls for one', notVulnerable],
  ['R-DPIA-01', 'FAIL', 'data are matched', { ...notVulnerable, 'dpia.dataMatching': true }],
  ['R-DPIA-01', 'FAIL', 'service can be refused', { ...notVulnerable, 'dpia.serviceDenialEffect': true }],
  [
    'R-DPIA-01',
    'FAIL',
    'offences are shared and not health',
    { ...absent, dataCategories: ['POLICE_INCIDENT'] },
  ],
  [
    'R-DPIA-01',
    'UNKNOWN',
    'nobody says whether people are vulnerable',
    { ...absent, 'dpia.vulnerableSubjects': undefined },
  ],
  ['R-DPIA-02', 'UNKNOWN', 'nobody knows when the flow began', { startDate: undefined }],
  ['R-DPIA-02', 'PASS', 'a flow of 2016 was assessed the day before the law came', since2016('2018-05-24')],
  ['R-DPIA-02', 'PASS', 'it was assessed on that day', since2016('2018-05-25')],
  ['R-DPIA-02', 'WARN', 'it was assessed later, and nobody says what changed', since2016('2019-05-01')],
  ['R-DPIA-02', 'WARN', 'nothing is said of changes', { ...since2016('2019-05-01'), changes: undefined }],
  [
    'R-DPIA-02',
    'PASS',
    'its risk changed after it was assessed',
    { ...since2016('2019-05-01'), ...changedOn('2019-06-01', '2017-01-01') },
  ],
  [
    'R-DPIA-02',
    'FAIL',
    'its risk changed before it was assessed',
    { ...since2016('2019-05-01'), ...changedOn('2019-04-30') },
  ],
  [
    'R-DPIA-02',
    'WARN',
    'it changed only before the law came',
    { ...since2016('2019-05-01'), ...changedOn('2017-01-01') },
  ],
  [
    'R-DPIA-02',
    'UNKNOWN',
    'nobody knows when it changed',
    { ...since2016('2019-05-01'), ...changedOn(undefined) },
  ],
  [
    'R-DPIA-02',
    'FAIL',
    'a flow of 25 May 2018 was assessed a day later',
    { startDate: '2018-05-25', 'dpia.approvedAt': '2018-05-26' },
  ],

  ...['01', '02', '03', '04', '05', '07', '08'].map((number): Row => [
    `R-DPIA-${number}`,
    'STATED',
    'the document is not linked',
    { 'dpia.fileHash': undefined },
  ]),
  ...['01', '02', '03', '04', '05', '07', '08'].map((number): Row => [
    `R-DPIA-${number}`,
    'STATED',
    'what is typed as its SHA-256 is none',
    { 'dpia.fileHash': 'DPIA v2 final.pdf' },
  ]),
  ...['03', '04', '05'].map((number): Row => [
    `R-DPIA-${number}`,
    'STATED',
    'nobody knows when it was approved',
    { 'dpia.approvedAt': undefined },
  ]),
  [
    'R-DPIA-03',
    'PASS',
    'two forces assessed under s64, which asks for no necessity',
    { ...part3('POLICE_FORCE'), ...noNecessity },
  ],
  ['R-DPIA-03', 'FAIL', 'two trusts say that they did', { ...part3('NHS_MH_TRUST'), ...noNecessity }],
  [
    'R-DPIA-05',
    'DOES_NOT_APPLY',
    'two forces assessed under s64',
    { ...part3('POLICE_FORCE'), 'dpia.viewsSought': false },
  ],
  [
    'R-DPIA-05',
    'WARN',
    'two trusts say that they did',
    { ...part3('NHS_MH_TRUST'), 'dpia.viewsSought': false },
  ],
  [
    'R-DPIA-08',
    'WARN',
    'two of three joined it',
    {
      recipientOrgIds: ['ambulance', 'third'],
      'parties[2]': { orgId: 'third', name: 'Third Trust', orgType: 'NHS_ACUTE', role: 'CONTROLLER' },
    },
  ],
  [
    'R-DPIA-08',
    'WARN',
    'police are called “neither”, and did not join it',
    {
      'parties[1].orgType': 'POLICE_FORCE',
      'parties[1].role': 'NOT_A_CONTROLLER',
      'dpia.controllerOrgIds': ['trust'],
    },
  ],

  ...['description', 'necessityAndProportionality', 'risks', 'measures'].flatMap((part): Row[] => [
    ['R-DPIA-03', 'FAIL', `a part is missing: ${part}`, { [`dpia.${part}`]: false }],
    ['R-DPIA-03', 'UNKNOWN', `nobody says whether a part is there: ${part}`, { [`dpia.${part}`]: undefined }],
  ]),

  [
    'R-DPIA-04',
    'UNKNOWN',
    'nobody says whether the officer was followed',
    { 'dpia.dpoAdviceFollowed': undefined },
  ],
  [
    'R-DPIA-04',
    'WARN',
    'the officer was not followed, and the reason is “not known”',
    { 'dpia.dpoAdviceFollowed': false, 'dpia.dpoAdviceNotFollowedReason': 'not known' },
  ],
  [
    'R-DPIA-04',
    'FAIL',
    'the officer was not asked, and a reason is given for not following',
    { 'dpia.dpoAdvice': false, 'dpia.dpoAdviceNotFollowedReason': 'There was none.' },
  ],
  [
    'R-DPIA-05',
    'WARN',
    'people were not asked, and the reason is “not known”',
    { 'dpia.viewsSought': false, 'dpia.viewsNotSoughtReason': 'not known' },
  ],
  [
    'R-DPIA-06',
    'UNKNOWN',
    'the consultation is “not known”',
    { 'dpia.residualRisk': 'HIGH', 'dpia.icoConsultationRef': 'not known' },
  ],

  ['R-DPIA-07', 'PASS', 'it was reviewed thirty days after a change', change('2026-06-01', '2026-07-01')],
  ['R-DPIA-07', 'FAIL', 'it was reviewed a day later', change('2026-06-01', '2026-07-02')],
  ['R-DPIA-07', 'PASS', 'it was reviewed thirty days before a change', change('2026-06-01', '2026-05-02')],
  ['R-DPIA-07', 'FAIL', 'it was reviewed a day earlier', change('2026-06-01', '2026-05-01')],
  ['R-DPIA-07', 'PASS', 'the thirty days of a change end today', change('2026-10-23')],
  ['R-DPIA-07', 'FAIL', 'the thirty days of a change ended yesterday', change('2026-10-22')],
  ['R-DPIA-07', 'PASS', 'it was approved after a change', change('2026-02-01')],
  [
    'R-DPIA-07',
    'FAIL',
    'one of two changes had its review',
    { ...changedOn('2026-04-01', '2026-08-01'), 'dpia.reviewedOn': ['2026-04-10'] },
  ],
  ['R-DPIA-07', 'UNKNOWN', 'nobody knows the day of a change', changedOn(undefined)],
  [
    'R-DPIA-07',
    'UNKNOWN',
    'nobody knows when it was last reviewed',
    { ...notApproved, 'dpia.reviewedOn': [] },
  ],
  ['R-DPIA-07', 'UNKNOWN', 'nothing is said of reviews', { ...notApproved, 'dpia.reviewedOn': undefined }],
  ['R-DPIA-07', 'PASS', 'it was approved, and nothing is said of reviews', { 'dpia.reviewedOn': undefined }],
  ['R-DPIA-07', 'PASS', 'it is a year old to the day', {}, { asAt: '2027-02-10' }],
  [
    'R-DPIA-07',
    'PASS',
    'the latest of its reviews is not the last in the list',
    { 'dpia.reviewedOn': ['2026-12-01', '2026-06-01'] },
    { asAt: '2027-11-30' },
  ],

  ['R-DPIA-08', 'WARN', 'somebody else joined it', { 'dpia.controllerOrgIds': ['trust', 'police'] }],
  ['R-DPIA-09', 'UNKNOWN', 'the document is “not known”', { 'dpia.fileHash': 'not known' }],
  ['R-DPIA-09', 'UNKNOWN', 'what is typed as its SHA-256 is none', { 'dpia.fileHash': 'x'.repeat(64) }],
  [
    'R-DPIA-09',
    'WARN',
    'another deployment has the same document, written otherwise',
    { 'dpia.fileHash': ` ${HASH_OF_DPIA.toUpperCase()}` },
    { register: { flows: [{ id: 'flow-9', deploymentId: 'deployment-9', dpiaFileHash: HASH_OF_DPIA }] } },
  ],
  [
    'R-DPIA-09',
    'PASS',
    'another flow of this deployment has the same document',
    {},
    { register: { flows: [{ id: 'flow-9', deploymentId: 'deployment-1', dpiaFileHash: HASH_OF_DPIA }] } },
  ],
  [
    'R-DPIA-09',
    'PASS',
    'a supplier’s pack holds other documents',
    {},
    { register: { vendorPackHashes: ['d2'.repeat(32)] } },
  ],
]);
