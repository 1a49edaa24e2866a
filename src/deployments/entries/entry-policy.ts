import type { Policy } from '../../access/policy.js';
import type { EntryKind } from './entry-kind.js';

/** Everyone reads an entry that is open; only the trust that leads the scheme tells, mends, withdraws and opens its own. */
export function entryPolicy(...kinds: readonly EntryKind[]): Policy {
  return (actor, rules) => {
    const ours = actor.organisationsAs(
      'TRUST_SUBMITTER',
      'CALDICOTT_GUARDIAN',
      'DATA_PROTECTION_OFFICER',
      'EXECUTIVE_APPROVER',
    );
    const tells = actor.organisationsAs('TRUST_SUBMITTER');
    for (const { recorded } of kinds) {
      rules.allow('read', recorded, { published: true });
      if (ours.length > 0) rules.allow('read', recorded, { leadOrganisationId: ours });
      if (actor.holds('AUDITOR') || actor.standing === 'operator') rules.allow('read', recorded);
      if (tells.length > 0)
        rules.allow(['tell', 'publish', 'mend', 'withdraw'], recorded, { leadOrganisationId: tells });
    }
  };
}
