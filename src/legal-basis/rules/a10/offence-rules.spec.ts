import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { policies } from '../../../../test/support/data-sharing/article-9-facts.js';
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
    'FAIL',
    'it says that an allegation is none',
    { dataCategories: ['ALLEGATION'], 'assertions[*].offenceData': false },
  ],
  [
    'R-A10-01',
    'DOES_NOT_APPLY',
    'they are of people who have died',
    { dataCategories: ['CONVICTION'], subjectGroups: ['DECEASED'] },
  ],
  [
    'R-A10-01',
    'DOES_NOT_APPLY',
    'the police rely on Part 3',
    { ...offences, 'assertions[*].regime': 'DPA_PART3' },
  ],
  ['R-A10-01', 'UNKNOWN', 'nobody says what is shared', { dataCategories: [] }],

  ['R-A10-02', 'PASS', 'a paragraph of Part 2 is named', paragraphs('P2.18')],
  ...['P2.8', 'P2.9', 'P2.16', 'P2.19', 'P2.21', 'P2.22'].map(
    (paragraph) =>
      ['R-A10-02', 'FAIL', `${paragraph} is not open to data about offences`, paragraphs(paragraph)] as const,
  ),
  ['R-A10-02', 'FAIL', 'there is no such paragraph', paragraphs('P2.29')],
  ['R-A10-02', 'PASS', 'para 36 goes with a paragraph of Part 2', paragraphs('P3.36', 'P2.18')],
  ['R-A10-02', 'UNKNOWN', 'para 36 goes with nothing', paragraphs('P3.36')],
  [
    'R-A10-02',
    'FAIL',
    'an allegation is said to be none, and no paragraph is named',
    { dataCategories: ['ALLEGATION'], 'assertions[*].offenceData': false },
  ],
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

  ['R-A10-03', 'PASS', 'the policy document is linked', { ...paragraphs('P2.18'), ...policies }],
  [
    'R-A10-03',
    'STATED',
    'it is described and not linked',
    { ...paragraphs('P2.18'), ...policies, 'policyDocuments[1].evidenceId': undefined },
  ],
  [
    'R-A10-03',
    'UNKNOWN',
    'it is not in the record',
    { ...paragraphs('P2.18'), 'assertions[*].apdId': 'apd-1' },
  ],
  ['R-A10-03', 'FAIL', 'para 35 needs one', paragraphs('P3.35')],
  ['R-A10-03', 'FAIL', 'para 36 keeps the need', paragraphs('P3.36')],
  ['R-A10-03', 'FAIL', 'para 36 keeps the need of a paragraph of Part 2', paragraphs('P3.36', 'P2.18')],
  [
    'R-A10-03',
    'DOES_NOT_APPLY',
    'the trust discloses an unlawful act to the police by para 36',
    {
      ...offences,
      'assertions[0].art10Sch1Paras': ['P3.36', 'P2.10'],
      'parties[1].orgType': 'POLICE_FORCE',
      'assertions[1].regime': 'DPA_PART3',
    },
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
