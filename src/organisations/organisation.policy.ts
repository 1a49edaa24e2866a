import type { Policy } from '../access/policy.js';
import { OdsEdition } from './importing/trusts/ods-edition.entity.js';
import { Organisation } from './organisation.entity.js';
import { Succession } from './succession.entity.js';

/** Everyone reads organisations; administrators and the operator keep them. */
export const organisationPolicy: Policy = (actor, { allow }) => {
  allow('read', Organisation);
  allow('read', Succession);
  if (actor.holds('AUDITOR')) allow('read', OdsEdition);
  if (actor.holds('ADMIN') || actor.standing === 'operator') {
    allow(['register', 'import', 'correct'], Organisation);
    allow(['link', 'unlink'], Succession);
    allow(['read', 'import'], OdsEdition);
  }
};
