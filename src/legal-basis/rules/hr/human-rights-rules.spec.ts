import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { humanRightsRules } from './human-rights-rules.js';

fixtureTable('Rule on human rights (R-HR)', humanRightsRules, [
  ['R-HR-01', 'STATED', 'all four steps are given', {}],
  ['R-HR-01', 'FAIL', 'proportionality is missing', { 'assertions[0].art8Text.proportionality': '' }],
  ['R-HR-01', 'FAIL', 'nothing is given', { 'assertions[0].art8Text': undefined }],
  [
    'R-HR-01',
    'STATED',
    'the basis in law is picked',
    {
      'assertions[0].art8Text.legalBasis': undefined,
      'assertions[0].art8Text.legalBasisLaw': [
        { provisionId: 'mha-s117', why: 'The plan is part of aftercare.' },
      ],
    },
  ],
  [
    'R-HR-01',
    'FAIL',
    'what is picked is guidance',
    { 'assertions[0].art8Text.legalBasisLaw': [{ provisionId: 'nhse-police', why: 'It says so.' }] },
  ],
  [
    'R-HR-01',
    'FAIL',
    'the basis in law is a principle of guidance',
    { 'assertions[0].art8Text.legalBasis': 'Caldicott principle 7' },
  ],
  ['R-HR-01', 'UNKNOWN', 'necessity is “not known”', { 'assertions[0].art8Text.necessity': 'not known' }],
  ['R-HR-01', 'DOES_NOT_APPLY', 'there is no assertion', { assertions: [] }],
]);
