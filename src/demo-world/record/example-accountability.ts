import { ASSESSMENTS } from '../../accountability/assessments/assessments.js';
import { COMMISSIONING_DECISIONS } from '../../accountability/decisions/commissioning-decisions.js';
import { ENDORSEMENTS } from '../../accountability/endorsements/endorsements.js';
import type { ExampleEntries } from './example-entries.js';

/** Who decided on the invented scheme: one decision without a reason, an endorsement taken back, an assessment made too late. */
export const EXAMPLE_ACCOUNTABILITY: readonly ExampleEntries[] = [
  {
    kind: COMMISSIONING_DECISIONS,
    said: [
      {
        decision: 'START',
        body: 'Board of the Example Vale trust (fictional)',
        post: 'Chief operating officer',
        decided: '2018-06',
        reliedOn: 'A presentation of the model, and figures of four people of another area.',
        knownThen: 'A letter of the Example Vale Recovery Group (fictional) against it.',
        reviewDue: '2019-06',
        papers: 'Minutes of June 2018, item 7 (invented)',
      },
      {
        decision: 'FUND',
        body: 'Example Vale Clinical Commissioning Group (fictional)',
        decided: '2018-07',
        money: 84_000,
        term: 'Two years',
      },
    ],
  },
  {
    kind: ENDORSEMENTS,
    said: [
      {
        endorser: 'Example Health Awards (fictional)',
        sort: 'AWARD',
        claimed: 'That calls to 999 fell by nine in ten.',
        endorsed: '2019-05',
        takenBack: '2021-06',
      },
    ],
  },
  {
    kind: ASSESSMENTS,
    said: [
      {
        sort: 'EQUALITY_IMPACT',
        body: 'Example Vale trust (fictional)',
        done: '2019-02',
        considered: 'NO',
        outcome:
          'That women and people with a diagnosis of personality disorder are most of those on the scheme.',
      },
    ],
  },
];
