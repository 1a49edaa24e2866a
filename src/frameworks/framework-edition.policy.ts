import type { Policy } from '../access/policy.js';
import { FrameworkEdition } from './framework-edition.entity.js';

/** Everyone reads what a review asks; only the operator publishes an edition. */
export const frameworkEditionPolicy: Policy = (actor, { allow }) => {
  allow('read', FrameworkEdition);
  if (actor.standing === 'operator') allow('publish', FrameworkEdition);
};
