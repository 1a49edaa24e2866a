import { heldFromFault } from './held-from.js';

describe('the day by which a scheme must have stopped', () => {
  it.each([
    ['2026-11-30', null],
    ['2027-11-30', null],
    ['2026-11-29', 'A halt takes effect on or after the day on which it is ordered'],
    ['2027-12-01', 'A halt takes effect within 12 months of the day on which it is ordered'],
    ['2100-12-31', 'A halt takes effect within 12 months of the day on which it is ordered'],
  ])('ordered on 30 November 2026 for %s', (effectiveOn, fault) => {
    expect(heldFromFault({ orderedOn: '2026-11-30', effectiveOn })).toBe(fault);
  });

  it('is at most the last day of February for an order of a leap day', () => {
    expect(heldFromFault({ orderedOn: '2024-02-29', effectiveOn: '2025-02-28' })).toBeNull();
    expect(heldFromFault({ orderedOn: '2024-02-29', effectiveOn: '2025-03-01' })).not.toBeNull();
  });
});
