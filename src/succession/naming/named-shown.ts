import { claimCard } from '../../deployments/claims/claim-card.js';
import { namedBySources, type NamedBySources } from './named-by-sources.js';
import type { NamingClaim } from '../watching/watch.queries.js';

/** What sources name: schemes that go on, came before or rest on SIM; and names alone. */
export function namedShown(claims: readonly NamingClaim[]) {
  const named = namedBySources(claims);
  const ofLineage = named.filter(isOfLineage);
  return {
    lineage: ofLineage.map(shown),
    names: named.filter((one) => !isOfLineage(one)).map(shown),
  };
}

/** True where some claim says where it came from or what followed, and not only how it is called. */
export function isOfLineage({ claims }: NamedBySources<NamingClaim>): boolean {
  return claims.some(({ topic }) => topic === 'LINEAGE');
}

function shown({ name, scheme, claims }: NamedBySources<NamingClaim>) {
  return {
    name: name ?? 'No name is given',
    scheme: scheme && { title: scheme.title, href: `/deployments/${scheme.key}` },
    claims: claims.map(claimCard),
  };
}
