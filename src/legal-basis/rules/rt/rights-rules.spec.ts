import { fixtureTable, type Row } from '../../../../test/support/data-sharing/fixture-table.js';
import { rightsRules } from './rights-rules.js';

const objection = (changes: object) => ({ 'rights.objections': [{ receivedOn: '2026-05-01', ...changes }] });
const scored = {
  'rights.automatedScoring': 'SOLELY',
  'rights.significantEffect': true,
  'rights.automatedSafeguardsMet': true,
};

fixtureTable('Rules on rights (R-RT)', rightsRules, [
  ['R-RT-01', 'STATED', 'people can object', {}],
  ['R-RT-01', 'FAIL', 'no way to object is given', { 'rights.objectionRoute': '' }],
  ['R-RT-01', 'UNKNOWN', 'the way to object is “not known”', { 'rights.objectionRoute': 'not known' }],
  ...(['6_1_e', '6_1_f', '6_1_ea'] as const).map((art6): Row => [
    'R-RT-01',
    'FAIL',
    `nothing is said of rights, on the basis ${art6}`,
    { 'assertions[*].art6': art6, rights: undefined },
  ]),
  ['R-RT-01', 'DOES_NOT_APPLY', 'the basis is a legal obligation', { 'assertions[*].art6': '6_1_c' }],

  ['R-RT-02', 'PASS', 'processing stopped', objection({ processingContinued: false })],
  [
    'R-RT-02',
    'STATED',
    'compelling grounds are recorded',
    objection({ processingContinued: true, compellingGrounds: 'A child in the household.' }),
  ],
  ['R-RT-02', 'FAIL', 'processing went on without grounds', objection({ processingContinued: true })],
  [
    'R-RT-02',
    'FAIL',
    'processing stopped for one and went on for another',
    {
      'rights.objections': [
        { processingContinued: false },
        { processingContinued: true, compellingGrounds: '' },
      ],
    },
  ],
  ['R-RT-02', 'UNKNOWN', 'nobody says what happened', objection({})],
  ['R-RT-02', 'UNKNOWN', 'nothing is said of objections', { 'rights.objections': undefined }],
  ['R-RT-02', 'UNKNOWN', 'nothing is said of rights', { rights: undefined }],
  ['R-RT-02', 'DOES_NOT_APPLY', 'nobody objected', {}],

  ['R-RT-03', 'STATED', 'a marker can be corrected', {}],
  ['R-RT-03', 'WARN', 'nothing says how', { 'rights.markerCorrectionRoute': undefined }],
  ['R-RT-03', 'UNKNOWN', 'how is “not known”', { 'rights.markerCorrectionRoute': 'unknown' }],
  [
    'R-RT-03',
    'WARN',
    'nothing says how, of a marker in a call system',
    { mechanism: 'CAD_MARKER', rights: undefined },
  ],
  [
    'R-RT-03',
    'WARN',
    'nothing says how, of a marker that is sent by post',
    { mechanism: 'EMAIL', dataCategories: ['MARKER_FLAG'], rights: undefined },
  ],
  ['R-RT-03', 'DOES_NOT_APPLY', 'there is no marker', { mechanism: 'EMAIL' }],

  ['R-RT-04', 'STATED', 'a complaint is acknowledged in five days', {}],
  ['R-RT-04', 'FAIL', 'no route is given', { 'rights.complaintRoute': undefined }],
  [
    'R-RT-04',
    'FAIL',
    'a complaint is acknowledged after 31 days',
    { 'rights.complaintAcknowledgementDays': 31 },
  ],
  ['R-RT-04', 'STATED', 'after 30 days', { 'rights.complaintAcknowledgementDays': 30 }],
  ['R-RT-04', 'STATED', 'on the same day', { 'rights.complaintAcknowledgementDays': 0 }],
  ['R-RT-04', 'FAIL', 'nothing is said of rights', { rights: undefined }],
  ['R-RT-04', 'UNKNOWN', 'the route is “not known”', { 'rights.complaintRoute': 'not known' }],
  ['R-RT-04', 'STATED', 'the flow ended the day the duty began', { endDate: '2026-06-19' }],
  ['R-RT-04', 'UNKNOWN', 'nobody says when', { 'rights.complaintAcknowledgementDays': undefined }],
  ['R-RT-04', 'DOES_NOT_APPLY', 'the flow ended the day before the duty began', { endDate: '2026-06-18' }],
  [
    'R-RT-04',
    'FAIL',
    'the recorded end lies before the beginning, and so excuses nothing',
    { endDate: '2017-01-01', 'rights.complaintRoute': undefined },
  ],

  ['R-RT-05', 'PASS', 'the special-category rules are met', scored],
  [
    'R-RT-05',
    'FAIL',
    'a score alone decides, with a significant effect',
    { ...scored, 'rights.automatedSafeguardsMet': false },
  ],
  [
    'R-RT-05',
    'PASS',
    'a score alone decides, without a significant effect',
    { ...scored, 'rights.significantEffect': false, 'rights.automatedSafeguardsMet': false },
  ],
  [
    'R-RT-05',
    'UNKNOWN',
    'nobody says how significant the effect is',
    { ...scored, 'rights.significantEffect': undefined, 'rights.automatedSafeguardsMet': false },
  ],
  [
    'R-RT-05',
    'UNKNOWN',
    'nobody says whether the rules are met',
    { ...scored, 'rights.automatedSafeguardsMet': undefined },
  ],
  ['R-RT-05', 'UNKNOWN', 'nothing is said of rights', { rights: undefined }],
  ['R-RT-05', 'WARN', 'a score helps to decide', { 'rights.automatedScoring': 'PARTLY' }],
  ['R-RT-05', 'UNKNOWN', 'nobody says whether there is a score', { 'rights.automatedScoring': undefined }],
  ['R-RT-05', 'DOES_NOT_APPLY', 'there is no score', {}],
]);
