import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { processingRecordRules } from './processing-record-rules.js';

const statutory = { 'assertions[1].sch1Paras': ['P2.6'] };

fixtureTable('Rule on records of processing (R-ROPA)', processingRecordRules, [
  ['R-ROPA-01', 'PASS', 'both trusts have an entry with the condition', {}],
  [
    'R-ROPA-01',
    'FAIL',
    'the ambulance trust has no entry',
    { processingRecords: [{ orgId: 'trust', entryExists: true, para41Details: true }] },
  ],
  [
    'R-ROPA-01',
    'FAIL',
    'an entry does not give a condition that needs a policy document',
    { ...statutory, 'processingRecords[1].para41Details': false },
  ],
  ['R-ROPA-01', 'FAIL', 'an entry is said not to exist', { 'processingRecords[0].entryExists': false }],
  [
    'R-ROPA-01',
    'UNKNOWN',
    'nobody says whether an entry exists',
    { 'processingRecords[0].entryExists': undefined },
  ],
  [
    'R-ROPA-01',
    'UNKNOWN',
    'nobody says whether an entry gives the condition',
    { ...statutory, 'processingRecords[1].para41Details': undefined },
  ],
  [
    'R-ROPA-01',
    'PASS',
    'an entry gives no condition, and none is relied on',
    { 'processingRecords[1].para41Details': false, 'assertions[1].sch1Paras': [] },
  ],
  [
    'R-ROPA-01',
    'PASS',
    'nothing is said of a condition by whom the entry is',
    { 'processingRecords[1].para41Details': false, 'assertions[1].sch1Paras': undefined },
  ],
  [
    'R-ROPA-01',
    'PASS',
    'an entry gives no condition, and that of health care needs no policy document',
    { 'processingRecords[1].para41Details': false },
  ],
  [
    'R-ROPA-01',
    'FAIL',
    'the condition is one for data about offences',
    { 'assertions[1].art10Sch1Paras': ['P3.35'], 'processingRecords[1].para41Details': false },
  ],
  [
    'R-ROPA-01',
    'PASS',
    'the condition stands under Part 3, where it is none',
    { ...statutory, 'assertions[1].regime': 'DPA_PART3', 'processingRecords[1].para41Details': false },
  ],
  [
    'R-ROPA-01',
    'UNKNOWN',
    'nobody says to whom offences are told, so that the need is not known',
    {
      'assertions[0].sch1Paras': ['P2.10'],
      recipientOrgIds: [],
      'processingRecords[0].para41Details': false,
    },
  ],
  ['R-ROPA-01', 'STATED', 'an entry is not linked', { 'processingRecords[0].evidenceId': undefined }],
  ['R-ROPA-01', 'STATED', 'a row number is no document', { 'processingRecords[0].evidenceId': 'Row 14' }],
  ['R-ROPA-01', 'UNKNOWN', 'nothing is said of entries', { processingRecords: undefined }],
  [
    'R-ROPA-01',
    'DOES_NOT_APPLY',
    'only counts are shared',
    { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' },
  ],
]);
