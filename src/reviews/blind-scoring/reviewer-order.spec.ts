import fc from 'fast-check';
import { reviewerOrder } from './reviewer-order.js';

describe('The order in which a reviewer meets criteria', () => {
  const codes = Array.from({ length: 78 }, (_, place) => `SIM-${String(place)}`);

  it('has every criterion once, and is the same each time for the same reviewer', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const order = reviewerOrder(codes, seed);
        expect([...order].sort()).toEqual([...codes].sort());
        expect(reviewerOrder(codes, seed)).toEqual(order);
      }),
    );
  });

  it('differs between reviewers', () => {
    expect(reviewerOrder(codes, 1)).not.toEqual(reviewerOrder(codes, 2));
    expect(
      new Set(Array.from({ length: 200 }, (_, seed) => reviewerOrder(codes, seed)[0])).size,
    ).toBeGreaterThan(50);
  });
});
