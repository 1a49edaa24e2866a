import { fixtureTable } from '../../../../test/support/data-sharing/fixture-table.js';
import { modelFlow } from '../../../../test/support/data-sharing/model-flow.js';
import { rGen01 } from './r-gen-01.js';
import { rGen02 } from './r-gen-02.js';
import { rGen03 } from './r-gen-03.js';
import { rGen07 } from './r-gen-07.js';
import { rGen08 } from './r-gen-08.js';
import { rGen10 } from './r-gen-10.js';

const counts = { identifiability: 'AGGREGATE', dataCategories: ['COST_USAGE'], mechanism: 'EMAIL' };
const sameWordsTwice = {
  flows: [
    { id: 'flow-2', necessityText: modelFlow.necessityText },
    { id: 'flow-3', necessityText: modelFlow.necessityText?.toUpperCase() },
  ],
};
const asked = {
  asked: true,
  lineOfEnquiry: true,
  necessary: true,
  personTold: true,
  counselling: false,
};
const ofVictim = (changes: object = {}) => ({
  'parties[1].orgType': 'POLICE_FORCE',
  victimRequest: { ...asked, ...changes },
});

fixtureTable(
  'General rules (R-GEN)',
  [rGen01, rGen02, rGen03, rGen07, rGen08, rGen10],
  [
    ['R-GEN-01', 'PASS', 'sender and recipient are named and their kinds chosen', {}],
    ['R-GEN-01', 'FAIL', 'no recipient is named', { recipientOrgIds: [] }],
    ['R-GEN-01', 'FAIL', 'the recipient’s kind of body is left open', { 'parties[1].orgType': undefined }],
    ['R-GEN-01', 'UNKNOWN', 'the sender is “not known”', { senderOrgId: 'not known' }],
    [
      'R-GEN-01',
      'FAIL',
      'one party is listed twice, as a trust and as police',
      {
        parties: [
          ...(modelFlow.parties ?? []),
          { orgId: 'trust', orgType: 'POLICE_FORCE', role: 'CONTROLLER' },
        ],
      },
    ],
    [
      'R-GEN-01',
      'FAIL',
      'one body of the register stands there as two parties',
      { 'parties[*].registerKey': 'RX1' },
    ],
    ['R-GEN-01', 'WARN', 'two parties have the same name', { 'parties[*].name': 'Example Trust' }],
    ['R-GEN-01', 'FAIL', 'a flow of counts has no sender', { ...counts, senderOrgId: undefined }],

    ['R-GEN-02', 'STATED', 'purposes are chosen and described', {}],
    ['R-GEN-02', 'FAIL', 'no purpose is chosen', { purposeCodes: [] }],
    [
      'R-GEN-02',
      'WARN',
      'the only purpose is multi-agency working',
      { purposeCodes: ['MULTI_AGENCY_WORKING', 'OTHER'] },
    ],
    ['R-GEN-02', 'WARN', 'the purpose is described in a few words', { purposeText: 'Supporting people.' }],
    ['R-GEN-02', 'UNKNOWN', 'the purpose is “not known”', { purposeCodes: ['NOT_KNOWN'] }],
    ['R-GEN-02', 'DOES_NOT_APPLY', 'only counts are shared', counts],

    ['R-GEN-03', 'STATED', 'necessity and alternatives are explained for this flow', {}],
    ['R-GEN-03', 'FAIL', 'alternatives are left blank', { lessIntrusiveAlternativesText: '  ' }],
    ['R-GEN-03', 'WARN', 'two other flows use the same words', {}, { register: sameWordsTwice }],
    [
      'R-GEN-03',
      'STATED',
      'the same words are only this flow’s own',
      {},
      {
        register: {
          flows: ['flow-1', 'flow-2'].map((id) => ({ id, necessityText: modelFlow.necessityText })),
        },
      },
    ],
    ['R-GEN-03', 'UNKNOWN', 'necessity is “not known”', { necessityText: 'Not known' }],

    [
      'R-GEN-07',
      'PASS',
      'the smallest count is 12',
      { ...counts, aggregate: { smallestCount: 12, secondaryDisclosurePossible: false } },
    ],
    [
      'R-GEN-07',
      'WARN',
      'a count of 3 is shown',
      { ...counts, aggregate: { smallestCount: 3, secondaryDisclosurePossible: false } },
    ],
    [
      'R-GEN-07',
      'WARN',
      'a hidden count can be worked out',
      { ...counts, aggregate: { smallestCount: 12, secondaryDisclosurePossible: true } },
    ],
    [
      'R-GEN-07',
      'WARN',
      'it says counts, and names people',
      {
        ...counts,
        dataCategories: ['IDENTITY'],
        aggregate: { smallestCount: 12, secondaryDisclosurePossible: false },
      },
    ],
    ['R-GEN-07', 'UNKNOWN', 'nobody looked at the counts', counts],
    ['R-GEN-07', 'DOES_NOT_APPLY', 'people can be identified', {}],

    [
      'R-GEN-08',
      'PASS',
      'the flow is a search and nothing else',
      { stage: 'SCREENING', purposeCodes: ['SCREENING_SELECTION'] },
    ],
    [
      'R-GEN-08',
      'PASS',
      'the search has a record of its own',
      { stage: 'SCREENING', searchFlowIds: ['flow-7'] },
      { register: { flows: [{ id: 'flow-7' }] } },
    ],
    [
      'R-GEN-08',
      'FAIL',
      'one record serves the search and the case',
      {
        stage: 'SCREENING',
        purposeCodes: ['SCREENING_SELECTION', 'CASE_MANAGEMENT'],
      },
    ],
    [
      'R-GEN-08',
      'UNKNOWN',
      'the purposes are “not known”',
      { stage: 'SCREENING', purposeCodes: ['NOT_KNOWN'] },
    ],
    [
      'R-GEN-08',
      'UNKNOWN',
      'the register does not hold the search that it names',
      { stage: 'SCREENING', searchFlowIds: ['flow-7'] },
    ],
    ['R-GEN-08', 'DOES_NOT_APPLY', 'the flow passes on plans', {}],

    ['R-GEN-10', 'PASS', 'a force asks about a victim and states the need', ofVictim()],
    ['R-GEN-10', 'FAIL', 'no line of enquiry is stated', ofVictim({ lineOfEnquiry: false })],
    ['R-GEN-10', 'FAIL', 'necessity is not stated', ofVictim({ necessary: false })],
    ['R-GEN-10', 'FAIL', 'the person was not told', ofVictim({ personTold: false })],
    [
      'R-GEN-10',
      'FAIL',
      'counselling is asked for, and nothing says why',
      ofVictim({ counselling: true, valueAsProof: false }),
    ],
    [
      'R-GEN-10',
      'PASS',
      'counselling is asked for as proof',
      ofVictim({ counselling: true, valueAsProof: true }),
    ],
    ['R-GEN-10', 'UNKNOWN', 'nobody says who holds it', ofVictim({ counselling: undefined })],
    ['R-GEN-10', 'UNKNOWN', 'nobody says whether it is about a victim', ofVictim({ asked: undefined })],
    [
      'R-GEN-10',
      'DOES_NOT_APPLY',
      'a board in Scotland is asked',
      { ...ofVictim({ necessary: false }), 'parties[0].orgType': 'SCOTTISH_HEALTH_BOARD' },
    ],
    [
      'R-GEN-10',
      'DOES_NOT_APPLY',
      'the flow ended the day before',
      { ...ofVictim({ necessary: false }), startDate: '2025-01-01', endDate: '2026-01-11' },
    ],
    [
      'R-GEN-10',
      'FAIL',
      'the flow ended on that day',
      { ...ofVictim({ necessary: false }), startDate: '2025-01-01', endDate: '2026-01-12' },
    ],
    ['R-GEN-10', 'DOES_NOT_APPLY', 'nobody asks about a victim', ofVictim({ asked: false })],
    ['R-GEN-10', 'DOES_NOT_APPLY', 'no police receive it', {}],
  ],
);
