import type { Access } from '../../../access/access.js';
import { standIn } from '../../../access/stand-in.js';
import type { Actor } from '../../../identity/actor.js';
import type { ReviewHeader } from '../../reviews.queries.js';
import { SelfAnswer } from '../self-answer.entity.js';

/** True for whoever answers for the trust, until the self-review is submitted. */
export function mayAnswer(
  access: Access,
  actor: Actor,
  { id: reviewId, organisationId, submittedOn }: ReviewHeader,
): boolean {
  const draft = standIn(SelfAnswer, { reviewId, organisationId, answeredBy: actor.personId });
  return submittedOn === null && access.can(actor, 'answer', draft);
}
