import { createHash } from 'node:crypto';
import { type GivenScore, lockHash, lockedHash, rationaleSalt, reviewerStandIn } from './locked-content.js';

const LOCKING = { reviewId: 'review', assignmentId: 'assignment', nonce: 'nonce', salt: 'salt' };
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

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const REVIEWER = hashOf('nonce assignment');
const saidOf = (criterion: string): string => hashOf(`${hashOf(`salt ${criterion}`)} It “cannot” apply.`);

/** What is hashed, written by hand: keys in the order of their names, criteria in the order of theirs. */
const TEXT =
  `{"format":"candour-lock/2","nonce":"nonce","reviewId":"review","reviewer":"${REVIEWER}","scores":[` +
  '{"confidence":"high","criterion":"SIM-POL-01","evidenceIds":["e2","e1"],"grade":"B",' +
  `"rationaleHash":"${saidOf('SIM-POL-01')}","score":"2","seq":1},` +
  '{"confidence":"low","criterion":"SIM-PUN-01","evidenceIds":[],"grade":null,' +
  `"rationaleHash":"${saidOf('SIM-PUN-01')}","score":"N","seq":2}]}`;

describe('The hash of what is locked', () => {
  it('covers the nonce and all of every score, in the order of the criteria', () => {
    expect(lockedHash(LOCKING, [second, first])).toBe(hashOf(TEXT));
    expect(lockedHash(LOCKING, [first, second])).toBe(hashOf(TEXT));
    expect(lockedHash(LOCKING, [first, { ...second, rationale: 'It cannot apply.' }])).not.toBe(hashOf(TEXT));
  });

  it('comes out the same from what is published, which names no assignment', () => {
    const items = [first, second].map((score) => ({ ...score, rationaleHash: saidOf(score.criterion) }));
    expect(lockHash({ reviewId: 'review', reviewer: REVIEWER, nonce: 'nonce' }, items)).toBe(hashOf(TEXT));
    expect(reviewerStandIn(LOCKING)).toBe(REVIEWER);
    expect(rationaleSalt('salt', 'SIM-POL-01')).toBe(hashOf('salt SIM-POL-01'));
  });

  it('of the first form covers the assignment and the rationales as they are', () => {
    const text =
      '{"assignmentId":"assignment","nonce":"nonce","reviewId":"review","scores":[' +
      '{"confidence":"low","criterion":"SIM-PUN-01","evidenceIds":[],"grade":null,' +
      '"rationale":"It “cannot” apply.","score":"N","seq":2}]}';
    expect(lockedHash({ ...LOCKING, salt: null }, [second])).toBe(hashOf(text));
  });
});
