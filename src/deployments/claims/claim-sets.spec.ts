import fc from 'fast-check';
import { claimSets } from './claim-sets.js';
import type { ClaimTopic } from './claim-topics.js';
import type { ClaimView } from './claim-view.js';

function claim(key: string, topic: ClaimTopic, contradicts: readonly string[] = []): ClaimView {
  return {
    id: key,
    key,
    registeredBy: 'sources',
    topic,
    statement: `Claim ${key}.`,
    value: null,
    figures: null,
    dated: null,
    planned: false,
    asOf: null,
    sources: [],
    confidence: 'A',
    contradicts: [...contradicts],
    cautions: [],
    scope: null,
    about: [],
    bodies: null,
    withdrawnOn: null,
    withdrawnBecause: null,
  };
}

describe('Claims that contradict each other', () => {
  it('stand side by side, whichever of them says so', () => {
    const sets = claimSets([claim('a', 'STATE'), claim('b', 'START'), claim('c', 'STATE', ['a'])]);
    expect(sets.map(({ disagree, claims }) => [disagree, claims.map(({ key }) => key)])).toEqual([
      [true, ['a', 'c']],
      [false, ['b']],
    ]);
  });

  it('form one set when a third contradicts both', () => {
    const sets = claimSets([claim('a', 'STATE'), claim('b', 'STATE'), claim('c', 'STATE', ['a', 'b'])]);
    expect(sets).toHaveLength(1);
    expect(sets[0]?.claims).toHaveLength(3);
  });

  it('never push another out: each claim is shown exactly once', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const anyClaims = fc.tuple(
      ...keys.map((key) => fc.subarray(keys).map((links) => claim(key, 'STATE', links))),
    );
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const shown = claimSets(claims).flatMap((set) => set.claims.map(({ key }) => key));
        expect([...shown].sort()).toEqual(keys);
      }),
    );
  });
});
