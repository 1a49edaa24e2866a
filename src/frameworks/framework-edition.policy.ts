import type { Policy } from '../access/policy.js';
import { FrameworkEdition } from './framework-edition.entity.js';

/** Everyone reads what a review asks; administrators and the operator publish an edition. */
export const frameworkEditionPolicy: Policy = (actor, { allow }) => {
  allow('read', FrameworkEdition);
  if (actor.holds('ADMIN') || actor.standing === 'operator') allow('publish', FrameworkEdition);
};
