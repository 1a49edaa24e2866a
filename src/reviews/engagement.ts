import type { Actor } from '../identity/actor.js';
import { NO_RECORDS, type EngagedRecords } from '../identity/engagements.js';
import type { Role } from '../identity/roles.js';

/** The roles whose holders act for a trust under review. */
export const TRUST_ROLES: readonly Role[] = [
  'TRUST_SUBMITTER',
  'CALDICOTT_GUARDIAN',
  'DATA_PROTECTION_OFFICER',
  'EXECUTIVE_APPROVER',
];

/**
 * How a person takes part in reviews: `assigned`, `scoring` and `open-scores` name assignments, the others name reviews. The view
 * `reviews.engagement` says who takes which part; PostgreSQL keeps its rows in a table that its own rules look into.
 */
export type ReviewerPart =
  'assigned' | 'review' | 'scoring' | 'compare' | 'open-scores' | 'deployment-under-review';

/** The records in which the person takes this part as a reviewer; none for somebody who no longer holds such a role. */
export function asReviewer(actor: Actor, part: ReviewerPart): EngagedRecords {
  return isReviewer(actor) ? actor.engagedIn(part) : NO_RECORDS;
}

/** The assignments whose locked scores are open, to whoever audits reviews. */
export function asAuditor(actor: Actor): EngagedRecords {
  return actor.holds('AUDITOR') ? actor.engagedIn('audited') : NO_RECORDS;
}

/** The reviews that the person leads, having declared interests and been cleared. */
export function asLead(actor: Actor): EngagedRecords {
  return actor.holds('LEAD_REVIEWER') ? actor.engagedIn('led') : NO_RECORDS;
}

/** The reviews whose findings the person may read and reply to, for their trust or their user-led group. */
export function asReplier(actor: Actor): EngagedRecords {
  return actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER') ? actor.engagedIn('reply') : NO_RECORDS;
}

/** The assignments whose locked scores the person may read because they may reply to what rests on them. */
export function repliedScores(actor: Actor): EngagedRecords {
  return actor.holds(...TRUST_ROLES, 'USER_GROUP_MEMBER') ? actor.engagedIn('replied-scores') : NO_RECORDS;
}

/** The reviews of which the person may read nothing: not declared yet, not decided yet, or excluded. */
export function barredFrom(actor: Actor): EngagedRecords {
  return actor.engagedIn('barred');
}

/** True for somebody who takes part in reviews at all. */
export function isReviewer(actor: Actor): boolean {
  return actor.holds('REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER');
}
