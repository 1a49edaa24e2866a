import type { Actor } from '../../identity/actor.js';
import type { Role } from '../../identity/roles.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { asLead, asReplier, asReviewer } from '../engagement.js';
import { reviewWork, type ReviewWork } from '../progress/review-work.js';
import { statementWindow } from '../reply/statement-window.js';
import type { ReviewHeader } from '../reviews.queries.js';
import { SIGNING_CAPACITIES } from '../self-review/signing.js';

/** Something a person can do with a review, or read of it, now. */
export interface NextStep {
  readonly href: string;
  readonly text: string;
  readonly hint?: string;
}

/** Where this person can go in a review today. What would be refused is not offered. */
export function nextSteps(actor: Actor, review: ReviewHeader, today: CalendarDay): readonly NextStep[] {
  const at = `/reviews/${review.id}`;
  const work = reviewWork(review, today);
  const steps = [
    ...trustSteps(actor, review, at),
    seesDocuments(actor, review) && {
      href: `/evidence/about/review/${review.id}`,
      text: 'Documents offered as evidence',
    },
    seesInformation(actor, review) && {
      href: `${at}/information-requests`,
      text: 'What reviewers ask the trust for, and its answers',
    },
    ...reviewerSteps(actor, review, { at, work }),
    ...leadSteps(actor, review, { at, work }),
    ...groupSteps(actor, review, { at, work, isOpen: statementWindow(review, today).isOpen }),
    seesFindings(actor, review) && { href: `${at}/findings`, text: 'Scores, findings and rating' },
    asReplier(actor).includes(review.id) &&
      work === 'REPLY' &&
      actor.organisationsAs('TRUST_SUBMITTER', 'USER_GROUP_MEMBER').length > 0 && {
        href: `${at}/reply`,
        text: 'Reply to the findings',
      },
  ];
  return steps.filter((step) => step !== false);
}

/** The address of the review, and what is to do in it. */
interface StepsAt {
  readonly at: string;
  readonly work: ReviewWork;
}

function reviewerSteps(actor: Actor, review: ReviewHeader, { at, work }: StepsAt): (NextStep | false)[] {
  if (asLead(actor).includes(review.id)) return [];
  return [
    asReviewer(actor, 'review').includes(review.id) &&
      work !== 'NONE' &&
      review.scoresOpenedOn === null && { href: `${at}/scores`, text: 'Score the criteria' },
    asReviewer(actor, 'compare').includes(review.id) && {
      href: `${at}/meetings`,
      text: 'Meetings: confirm what was proposed, or dissent',
    },
  ];
}

function groupSteps(
  actor: Actor,
  review: ReviewHeader,
  { at, work, isOpen }: StepsAt & { readonly isOpen: boolean },
): (NextStep | false)[] {
  if (work === 'NONE' || actor.organisationsAs('USER_GROUP_MEMBER').length === 0) return [];
  return [
    { href: `${at}/statement`, text: isOpen ? 'Make a statement' : 'What your group stated' },
    review.submittedOn !== null &&
      review.moderationClosedOn === null && {
        href: `${at}/contradictions`,
        text: 'Say what people tell you about a criterion',
      },
  ];
}

function leadSteps(actor: Actor, review: ReviewHeader, { at, work }: StepsAt): (NextStep | false)[] {
  const leads = asLead(actor).includes(review.id);
  return [
    leads && { href: `${at}/panel`, text: 'People who take part' },
    leads && work === 'MODERATE' && { href: `${at}/moderation`, text: 'Moderate the scores' },
    leads && review.moderationClosedOn !== null && { href: `${at}/replies`, text: 'Replies and decisions' },
    !leads &&
      work !== 'NONE' &&
      actor.holds('LEAD_REVIEWER') && { href: `${at}/panel/lead`, text: 'Name who leads this review' },
  ];
}

/** True for whoever may read scores of this review besides their own. */
export function seesFindings(actor: Actor, review: Pick<ReviewHeader, 'id'>): boolean {
  return (
    actor.holds('AUDITOR') ||
    asReplier(actor).includes(review.id) ||
    asReviewer(actor, 'compare').includes(review.id)
  );
}

function seesDocuments(actor: Actor, { id, organisationId, acknowledgedOn }: ReviewHeader): boolean {
  if (acknowledgedOn === null) return false;
  const ours = actor.organisationsAs('TRUST_SUBMITTER', ...SIGNING_CAPACITIES).includes(organisationId);
  return ours || actor.holds('AUDITOR') || asReviewer(actor, 'review').includes(id);
}

function seesInformation(actor: Actor, { id, organisationId, submittedOn }: ReviewHeader): boolean {
  if (submittedOn === null) return false;
  const ours = actor.organisationsAs('TRUST_SUBMITTER', ...SIGNING_CAPACITIES).includes(organisationId);
  const reads = asReviewer(actor, 'review').includes(id) || asReplier(actor).includes(id);
  return ours || actor.holds('AUDITOR') || reads;
}

function trustSteps(actor: Actor, review: ReviewHeader, at: string): (NextStep | false)[] {
  const ours = (...roles: readonly Role[]): boolean =>
    actor.organisationsAs(...roles).includes(review.organisationId);
  const people = ours('TRUST_SUBMITTER', ...SIGNING_CAPACITIES);
  const open = review.acknowledgedOn !== null && review.submittedOn === null && review.voidedOn === null;
  return [
    people &&
      review.acknowledgedOn !== null && {
        href: `${at}/answers`,
        text: open ? 'Answer the criteria' : 'Read your answers',
      },
    people && open && { href: `${at}/signatures`, text: 'Signatures' },
    ours('TRUST_SUBMITTER') && open && { href: `${at}/submit`, text: 'Check and submit' },
    people && review.submittedOn !== null && { href: `${at}/submission`, text: 'What you submitted' },
  ];
}
