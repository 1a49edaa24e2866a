import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { OrderedAs } from '../public-question.entity.js';
import type { ShownQuestion } from '../showing/public-questions.queries.js';

/** As whom somebody answers a question. */
export interface AnsweringPart {
  readonly givenAs: OrderedAs;
  readonly organisationId: Uuid | null;
  readonly reviewId: Uuid | null;
}

/** As whom this person may answer: as the trust of the scheme, or as whoever ordered the halt; null as nobody. */
export function answeringPart(actor: Actor, { lead }: Pick<ShownQuestion, 'lead'>): AnsweringPart | null {
  if (lead !== null && actor.organisationsAs('TRUST_SUBMITTER').includes(lead.id))
    return { givenAs: 'TRUST', organisationId: lead.id, reviewId: null };
  return null;
}
