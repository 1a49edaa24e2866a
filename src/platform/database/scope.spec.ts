import { openingStatement } from './scope.js';

describe('The statement that opens a scoped transaction', () => {
  it('sets the role and every setting for this transaction only', () => {
    expect(
      openingStatement({ role: 'candour_member', settings: { 'candour.person': 'a' } }, 'READ ONLY'),
    ).toBe(
      "BEGIN READ ONLY; SELECT set_config('candour.person', 'a', true), set_config('role', 'candour_member', true)",
    );
  });

  it('cannot be broken out of by a quote in a setting', () => {
    expect(
      openingStatement({ role: 'candour_public', settings: { x: "'; DROP TABLE y; --" } }, 'READ WRITE'),
    ).toContain("set_config('x', '''; DROP TABLE y; --', true)");
  });
});
