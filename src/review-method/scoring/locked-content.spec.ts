import { createHash } from 'node:crypto';
import { type GivenScore, lockedHash } from './locked-content.js';

const LOCKING = { reviewId: 'review', assignmentId: 'assignment', nonce: 'nonce' };
const second: GivenScore = {
  assignmentId: 'assignment',
  criterion: 'SIM-PUN-01',
  seq: 2,
  score: 'N',
  grade: null,
  confidence: 'low',
  rationale: 'It “cannot” apply.',
  evidenceIds: [],
};
const first: GivenScore = {
  ...second,
  criterion: 'SIM-POL-01',
  seq: 1,
  score: '2',
  grade: 'B',
  confidence: 'high',
  evidenceIds: ['e2', 'e1'],
};

/** What is hashed, written by hand: keys in the order of their names, criteria in the order of theirs. */
const TEXT =
  '{"assignmentId":"assignment","nonce":"nonce","reviewId":"review","scores":[' +
  '{"confidence":"high","criterion":"SIM-POL-01","evidenceIds":["e2","e1"],"grade":"B",' +
  '"rationale":"It “cannot” apply.","score":"2","seq":1},' +
  '{"confidence":"low","criterion":"SIM-PUN-01","evidenceIds":[],"grade":null,' +
  '"rationale":"It “cannot” apply.","score":"N","seq":2}]}';

describe('The hash of what is locked', () => {
  it('covers the nonce and all of every score, in the order of the criteria', () => {
    const expected = createHash('sha256').update(TEXT).digest('hex');
    expect(lockedHash(LOCKING, [second, first])).toBe(expected);
    expect(lockedHash(LOCKING, [first, second])).toBe(expected);
  });
});
