import type { Policy } from '../../access/policy.js';
import { CitableSource } from './citable-source.entity.js';

/** Everyone reads what sources are; administrators and the operator load them with the register's files. */
export const sourcePolicy: Policy = (actor, { allow }) => {
  allow('read', CitableSource);
  if (actor.holds('ADMIN') || actor.standing === 'operator') allow('load', CitableSource);
};
