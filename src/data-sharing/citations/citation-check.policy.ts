import type { Policy } from '../../access/policy.js';
import { CitationCheck } from './citation-check.entity.js';

/** Everyone reads whether the reference of a rule was verified; administrators record it. */
export const citationCheckPolicy: Policy = (actor, { allow }) => {
  allow('read', CitationCheck);
  if (actor.holds('ADMIN')) allow('record', CitationCheck);
};
