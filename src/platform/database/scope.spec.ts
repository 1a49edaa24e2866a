import { RoleNames } from './roles/role-names.js';
import { openingStatement } from './scope.js';

const HERE = { limits: { statement: 2, lock: 1, idle: 4, whole: 6 }, roles: new RoleNames('candour') };

describe('The statement that opens a scoped transaction', () => {
  it('sets the role, every setting and what it may wait for, for this transaction only', () => {
    expect(
      openingStatement({ role: 'candour_member', settings: { 'candour.person': 'a' } }, 'READ ONLY', HERE),
    ).toBe(
      "BEGIN READ ONLY; SELECT set_config('TimeZone', 'UTC', true), set_config('statement_timeout', '2', true), set_config('lock_timeout', '1', true), " +
        "set_config('idle_in_transaction_session_timeout', '4', true), set_config('candour.person', 'a', true), set_config('role', 'candour_member', true)",
    );
  });

  it('cannot be broken out of by a quote in a setting', () => {
    expect(
      openingStatement(
        { role: 'candour_public', settings: { x: "'; DROP TABLE y; --" } },
        'READ WRITE',
        HERE,
      ),
    ).toContain("set_config('x', '''; DROP TABLE y; --', true)");
  });

  it('becomes the role by its name on the server', () => {
    const opening = openingStatement({ role: 'candour_gate', settings: {} }, 'READ ONLY', {
      ...HERE,
      roles: new RoleNames('second'),
    });
    expect(opening).toContain("set_config('role', 'second_gate', true)");
  });
});
