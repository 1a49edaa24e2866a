import type { Policy } from '../access/policy.js';
import { HALT_SIDES, type HaltSide } from '../deployments/life-cycle/halts/halt-step.entity.js';
import type { Actor } from '../identity/actor.js';
import { asLead } from '../reviews/engagement.js';
import { PublicAnswer } from './public-answer.entity.js';
import { PublicQuestion } from './public-question.entity.js';

/**
 * A visitor asks, and everybody follows what was put up. Lead reviewers and administrators moderate, unless they act for
 * any organisation, and a lead reviewer nothing about an order of reviewers. Auditors read; the trust's
 * submitter and whoever ordered the halt answer.
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
  const bodies = actor.organisationsAs('COMMISSIONER');
  if (bodies.length > 0)
    allow('answer', PublicAnswer, { givenAs: ['COMMISSIONER', 'NHS_ENGLAND'], organisationId: bodies });
  if (actor.holds('LEAD_REVIEWER'))
    allow('answer', PublicAnswer, { givenAs: 'REVIEWER', reviewId: asLead(actor) });
};

/** About whose orders to halt this person moderates questions. */
function moderatedBy(actor: Actor): readonly HaltSide[] {
  if (actor.heldRoles.some(({ organisationId }) => organisationId !== null)) return [];
  if (actor.holds('LEAD_REVIEWER')) return HALT_SIDES.filter((one) => one !== 'REVIEWER');
  return actor.holds('ADMIN') ? HALT_SIDES : [];
}
