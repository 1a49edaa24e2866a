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
  ['R-ROPA-01', 'UNKNOWN', 'nothing is said of entries', { processingRecords: undefined }],
  ['R-ROPA-01', 'DOES_NOT_APPLY', 'only counts are shared', { identifiability: 'AGGREGATE' }],
]);
