import type { Policy } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import { SchemeSuggestion } from './suggestion.entity.js';

/**
 * A visitor tells. Lead reviewers and administrators read and answer, unless they also act for a trust: none reads or
 * dismisses what was said of its own scheme. Auditors read; the operator erases.
 */
export const suggestionPolicy: Policy = (actor, { allow }) => {
  if (actor.standing === 'visitor') allow('tell', SchemeSuggestion, { outcome: null, erasedOn: null });
  if (answersSuggestions(actor)) allow(['read', 'answer'], SchemeSuggestion);
  if (actor.holds('AUDITOR')) allow('read', SchemeSuggestion);
  if (actor.standing === 'operator') allow(['read', 'erase'], SchemeSuggestion);
};

function answersSuggestions(actor: Actor): boolean {
  const ofTrusts = actor.organisationsAs(
    'TRUST_SUBMITTER',
    'CALDICOTT_GUARDIAN',
    'DATA_PROTECTION_OFFICER',
    'EXECUTIVE_APPROVER',
  );
  return (actor.holds('LEAD_REVIEWER') || actor.holds('ADMIN')) && ofTrusts.length === 0;
}
