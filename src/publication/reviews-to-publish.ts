import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { asLead, asReviewer, barredFrom } from '../reviews/engagement.js';

/** The reviews whose result the person may prepare, release and follow up: they lead it, declared interests and were cleared. */
export function reviewsToPublish(actor: Actor): Uuid[] {
  return withoutBarred(actor, asLead(actor));
}

/** The reviews on whose actions the person may check what a trust reports. */
export function reviewsToCheck(actor: Actor): Uuid[] {
  return withoutBarred(actor, [...asLead(actor), ...asReviewer(actor, 'review')]);
}

function withoutBarred(actor: Actor, reviews: readonly Uuid[]): Uuid[] {
  const barred = new Set(barredFrom(actor));
  return reviews.filter((id) => !barred.has(id));
}
