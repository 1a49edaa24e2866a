import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { offenceRules } from './offence-rules.js';

const offences = { dataCategories: ['POLICE_INCIDENT'], 'assertions[*].offenceData': true };
const paragraphs = (...codes: string[]) => ({ ...offences, 'assertions[*].art10Sch1Paras': codes });

fixtureTable('Rules on Article 10 (R-A10)', offenceRules, [
  ['R-A10-01', 'PASS', 'the record says that police incidents include offences', offences],
  ['R-A10-01', 'WARN', 'it does not say', { ...offences, 'assertions[0].offenceData': undefined }],
  ['R-A10-01', 'DOES_NOT_APPLY', 'no police data are shared', {}],
  [
    'R-A10-01',
    'PASS',
    'the record says that they include none',
    { ...offences, 'assertions[*].offenceData': false },
  ],
  [
    'R-A10-01',
    'DOES_NOT_APPLY',
    'the police rely on Part 3',
    { ...offences, 'assertions[*].regime': 'DPA_PART3' },
  ],
  ['R-A10-01', 'UNKNOWN', 'nobody says what is shared', { dataCategories: [] }],

  ['R-A10-02', 'PASS', 'a paragraph of Part 2 is named', paragraphs('P2.18')],
  ['R-A10-02', 'FAIL', 'none is named', offences],
  ['R-A10-02', 'FAIL', 'the paragraph named is in Part 4', paragraphs('P4.39')],
  ['R-A10-02', 'FAIL', 'one of two paragraphs is in Part 4', paragraphs('P2.18', 'P4.39')],
  ['R-A10-02', 'PASS', 'paragraphs of Parts 1 and 3 are named', paragraphs('P1.2', 'P3.30')],
  [
    'R-A10-02',
    'DOES_NOT_APPLY',
    'the police hold them',
    { ...offences, 'parties[0].orgType': 'POLICE_FORCE', 'parties[1].orgType': 'POLICE_FORCE' },
  ],
  [
    'R-A10-02',
    'UNKNOWN',
    'nobody says whether they are included',
    { ...offences, 'assertions[*].offenceData': undefined },
  ],
  [
    'R-A10-02',
    'DOES_NOT_APPLY',
    'the police rely on Part 3',
    { ...offences, 'assertions[*].regime': 'DPA_PART3' },
  ],
  ['R-A10-02', 'UNKNOWN', 'the paragraph is “not known”', paragraphs('NOT_KNOWN')],
  ['R-A10-02', 'DOES_NOT_APPLY', 'no data about offences are included', {}],

  [
    'R-A10-03',
    'PASS',
    'the policy document is linked',
    { ...paragraphs('P2.18'), 'assertions[*].apdId': 'apd-1' },
  ],
  ['R-A10-03', 'FAIL', 'no policy document is linked', paragraphs('P2.18')],
  [
    'R-A10-03',
    'UNKNOWN',
    'the policy document is “not known”',
    { ...paragraphs('P2.18'), 'assertions[*].apdId': 'not known' },
  ],
  ['R-A10-03', 'DOES_NOT_APPLY', 'the condition needs none', paragraphs('P3.30')],
  ['R-A10-03', 'DOES_NOT_APPLY', 'no condition is named', offences],
  ['R-A10-03', 'UNKNOWN', 'the condition is “not known”', paragraphs('NOT_KNOWN')],
  ['R-A10-03', 'FAIL', 'the condition is employment, Part 1', paragraphs('P1.1')],
  [
    'R-A10-03',
    'DOES_NOT_APPLY',
    'the police rely on Part 3',
    { ...paragraphs('P2.18'), 'assertions[*].regime': 'DPA_PART3' },
  ],
]);
