import { Actor } from '../actor.js';
import { ROLE_CODES, ROLES, type Role } from '../roles.js';
import { owedBy } from './second-factor.js';

describe('What a session still owes', () => {
  it.each(ROLE_CODES)('for the role %s', (role) => {
    const { privileged } = ROLES[role];
    expect(owedBy({ actor: holding(role), hasGenerator: false }, 'one-factor')).toBe(
      privileged ? 'generator' : 'nothing',
    );
    expect(owedBy({ actor: holding(role), hasGenerator: true }, 'one-factor')).toBe('code');
    expect(owedBy({ actor: holding(role), hasGenerator: true }, 'two-factor')).toBe('nothing');
  });

  it('is nothing for somebody without a role and without a code generator', () => {
    expect(owedBy({ actor: holding(), hasGenerator: false }, 'one-factor')).toBe('nothing');
  });
});

function holding(...roles: readonly Role[]): Actor {
  return new Actor({
    standing: 'person',
    heldRoles: roles.map((role) => ({ role, organisationId: null })),
  });
}
