import type { SourceInForce } from './sources-in-force.js';
import { isVerified, type EditionVerification } from './verification.js';

/**
 * How a source is shown: its title with the place in it, or with "reference being checked" instead of a number that
 * nobody has verified yet. A platform rule has no place to name and is its title alone.
 */
export function cite(reference: SourceInForce, verification: EditionVerification): string {
  const title = `${reference.source.title} (${reference.source.owner})`;
  if (reference.ref === null) return title;
  return `${title}, ${isVerified(reference, verification) ? reference.ref : 'reference being checked'}`;
}
