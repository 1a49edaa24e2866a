import type { Policy, Rules, SubjectClass } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { asLead, asReviewer, barredFrom, isReviewer, TRUST_ROLES } from './engagement.js';
import { Review } from './review.entity.js';

const LEADS_STEPS = ['close-moderation', 'close-replies', 'publish', 'open-scores', 'reopen-moderation'];

/**
 * A review is read by its trust, by reviewers who are clear, and by user-led groups. Every lead reviewer starts one; its
 * further steps are taken by whoever leads this very review, with interests declared and decided.
 */
export const reviewPolicy: Policy = (actor, rules) => {
  const { allow, forbid } = rules;
  if (actor.holds('LEAD_REVIEWER')) {
    allow(['read', 'start'], Review);
    allow(LEADS_STEPS, Review, { id: asLead(actor) });
  }
  if (actor.holds('USER_GROUP_MEMBER')) allow('read', Review);
  if (actor.holds('AUDITOR') || actor.standing === 'operator') allow('read', Review);
  if (isReviewer(actor)) allow(['read', 'open-scores'], Review, { id: asReviewer(actor, 'review') });
  forTrusts(actor, rules);
  if (!barredFrom(actor).isEmpty) forbid('manage', Review, { id: barredFrom(actor) });
};

/** Whoever is barred from a review is refused everything that belongs to it, whatever else they hold. */
export function refuseBarred(
  actor: Actor,
  { forbid }: Rules,
  ...kinds: readonly SubjectClass<{ readonly reviewId: Uuid }>[]
): void {
  const barred = barredFrom(actor);
  if (!barred.isEmpty) kinds.forEach((kind) => forbid('manage', kind, { reviewId: barred }));
}

function forTrusts(actor: Actor, { allow }: Rules): void {
  const trusts = actor.organisationsAs(...TRUST_ROLES);
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  if (trusts.length > 0) allow('read', Review, { organisationId: trusts });
  if (answersFor.length > 0) allow(['acknowledge', 'submit'], Review, { organisationId: answersFor });
}
