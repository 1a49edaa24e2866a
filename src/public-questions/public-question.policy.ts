import type { Policy } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import { PublicAnswer } from './public-answer.entity.js';
import { ORDERED_AS, PublicQuestion, type OrderedAs } from './public-question.entity.js';

/**
 * A visitor asks, and everybody follows what was put up. Lead reviewers and administrators moderate, unless they act for
 * any organisation, and a lead reviewer nothing about an order of reviewers. Auditors read; the trust's submitter answers.
 */
export const publicQuestionPolicy: Policy = (actor, { allow }) => {
  allow('follow', PublicQuestion, { outcome: 'PUT_UP' });
  allow('read', PublicAnswer);
  if (actor.standing === 'visitor') allow('ask', PublicQuestion, { outcome: null, erasedOn: null });
  const orderedAs = moderatedBy(actor);
  if (orderedAs.length > 0) allow(['read', 'moderate'], PublicQuestion, { orderedAs });
  if (orderedAs.length > 0) allow('erase', PublicQuestion, { orderedAs, outcome: 'PUT_UP' });
  if (actor.holds('AUDITOR')) allow('read', PublicQuestion);
  if (actor.standing === 'operator') allow(['read', 'erase'], PublicQuestion);
  const organisationId = actor.organisationsAs('TRUST_SUBMITTER');
  if (organisationId.length > 0) allow('answer', PublicAnswer, { givenAs: 'TRUST', organisationId });
};

/** About whose orders to halt this person moderates questions. */
function moderatedBy(actor: Actor): readonly OrderedAs[] {
  if (actor.heldRoles.some(({ organisationId }) => organisationId !== null)) return [];
  if (actor.holds('LEAD_REVIEWER')) return ORDERED_AS.filter((one) => one !== 'REVIEWER');
  return actor.holds('ADMIN') ? ORDERED_AS : [];
}
