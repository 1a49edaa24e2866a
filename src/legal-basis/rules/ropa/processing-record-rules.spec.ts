import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { processingRecordRules } from './processing-record-rules.js';

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
    'an entry does not give the condition',
    { 'processingRecords[1].para41Details': false },
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
    { 'processingRecords[0].para41Details': undefined },
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
  ['R-ROPA-01', 'UNKNOWN', 'nothing is said of entries', { processingRecords: undefined }],
  [
    'R-ROPA-01',
    'DOES_NOT_APPLY',
    'only counts are shared',
    { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' },
  ],
]);
