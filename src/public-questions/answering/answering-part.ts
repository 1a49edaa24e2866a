import type { HaltSide } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { asLead, TRUST_ROLES } from '../../reviews/engagement.js';
import type { ShownQuestion } from '../showing/public-questions.queries.js';

/** As whom somebody answers a question. */
export interface AnsweringPart {
  readonly givenAs: HaltSide;
  readonly organisationId: Uuid | null;
  readonly reviewId: Uuid | null;
}

/**
 * As whom this person may answer: as the trust of the scheme, or as whoever ordered the halt; null as nobody. Nobody of the trust
 * answers for another body that they act for too.
 */
export function answeringPart(
  actor: Actor,
  { lead, orderedAs, halt: { organisationId, reviewId } }: Pick<ShownQuestion, 'lead' | 'orderedAs' | 'halt'>,
): AnsweringPart | null {
  if (lead !== null && actor.organisationsAs('TRUST_SUBMITTER').includes(lead.id))
    return { givenAs: 'TRUST', organisationId: lead.id, reviewId: null };
  if (lead !== null && actor.organisationsAs(...TRUST_ROLES).includes(lead.id)) return null;
  if (organisationId !== null && actor.organisationsAs('COMMISSIONER').includes(organisationId))
    return { givenAs: orderedAs, organisationId, reviewId: null };
  if (reviewId !== null && asLead(actor).includes(reviewId))
    return { givenAs: orderedAs, organisationId: null, reviewId };
  return null;
}
