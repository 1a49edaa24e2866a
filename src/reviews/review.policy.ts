import type { Policy, Rules, SubjectClass } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { asReviewer, barredFrom, isReviewer, TRUST_ROLES } from './parts.js';
import { Review } from './review.entity.js';
import { NilReturn } from './rounds/nil-return.entity.js';
import { RoundDateChange } from './rounds/round-date-change.entity.js';
import { Round } from './rounds/round.entity.js';

/** Everyone reads rounds and why a date moved. A review is read by its trust, and by reviewers who are clear. */
export const reviewPolicy: Policy = (actor, rules) => {
  const { allow, forbid } = rules;
  allow('read', Round);
  allow('read', RoundDateChange);
  if (actor.holds('LEAD_REVIEWER')) {
    allow(['open', 'reschedule'], Round);
    allow('reschedule', RoundDateChange);
    allow(['read', 'start', 'close-moderation', 'close-replies', 'publish', 'open-scores'], Review);
    allow('read', NilReturn);
  }
  if (actor.holds('USER_GROUP_MEMBER')) allow('read', Review);
  if (actor.holds('AUDITOR') || actor.standing === 'operator') {
    allow('read', Review);
    allow('read', NilReturn);
  }
  if (isReviewer(actor)) allow(['read', 'open-scores'], Review, { id: asReviewer(actor, 'review') });
  forTrusts(actor, rules);
  if (barredFrom(actor).length > 0) forbid('manage', Review, { id: barredFrom(actor) });
};

/** Whoever is barred from a review is refused everything that belongs to it, whatever else they hold. */
export function refuseBarred(
  actor: Actor,
  { forbid }: Rules,
  ...kinds: readonly SubjectClass<{ readonly reviewId: Uuid }>[]
): void {
  const barred = barredFrom(actor);
  if (barred.length > 0) kinds.forEach((kind) => forbid('manage', kind, { reviewId: barred }));
}

function forTrusts(actor: Actor, { allow }: Rules): void {
  const trusts = actor.organisationsAs(...TRUST_ROLES);
  const answersFor = actor.organisationsAs('TRUST_SUBMITTER');
  const signsFor = actor.organisationsAs('TRUST_SUBMITTER', 'EXECUTIVE_APPROVER');
  if (trusts.length > 0) {
    allow('read', Review, { organisationId: trusts });
    allow('read', NilReturn, { organisationId: trusts });
  }
  if (answersFor.length > 0) allow(['acknowledge', 'submit'], Review, { organisationId: answersFor });
  if (signsFor.length > 0) allow('sign', NilReturn, { organisationId: signsFor, signedBy: actor.personId });
}
