import type { Policy } from '../../access/policy.js';
import { EditionPatch } from './edition-patch.entity.js';

/** Everyone reads a published patch; administrators propose patches and decide about each other's; auditors read them all. */
export const editionPatchPolicy: Policy = (actor, { allow }) => {
  allow('read', EditionPatch, { outcome: 'published' });
  if (actor.holds('ADMIN', 'AUDITOR') || actor.standing === 'operator') allow('read', EditionPatch);
  if (!actor.holds('ADMIN')) return;
  allow('propose', EditionPatch, { proposedBy: actor.personId });
  allow(['publish', 'decline', 'take back'], EditionPatch);
};
