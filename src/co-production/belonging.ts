import type { Uuid } from '../kernel/identifiers.js';

/** What every part of a co-production record carries: whose it is, and whether it is open. */
export interface Belonging {
  readonly deploymentId: Uuid;
  readonly leadOrganisationId: Uuid;
  readonly published: boolean;
}
