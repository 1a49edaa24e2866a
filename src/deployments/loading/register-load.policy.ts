import type { Policy } from '../../access/policy.js';
import { RegisterLoad } from './register-load.entity.js';

/** Everyone reads which editions were loaded; administrators and the operator load one. */
export const registerLoadPolicy: Policy = (actor, { allow }) => {
  allow('read', RegisterLoad);
  if (actor.holds('ADMIN') || actor.standing === 'operator') allow('load', RegisterLoad);
};
