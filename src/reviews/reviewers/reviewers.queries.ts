import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Person } from '../../identity/people/person.entity.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { Assignment, type ReviewerCapacity } from './assignment.entity.js';
import { InterestDeclaration, type DeclaredAnswer } from './interest-declaration.entity.js';
import { InterestDecision } from './interest-decision.entity.js';

/** Where somebody stands with their declaration of interests. */
export type Clearance = 'undeclared' | 'undecided' | 'clear' | 'excluded';

/** One assignment, with all that the person must know to declare interests and no more of the review. */
export interface AssignmentRow {
  readonly id: Uuid;
  readonly reviewId: Uuid;
  readonly roundId: Uuid;
  readonly round: string;
  readonly organisationId: Uuid;
  readonly organisation: string;
  readonly deploymentId: Uuid;
  readonly deployment: string | null;
  readonly capacity: ReviewerCapacity;
  readonly outsideNhsEngland: boolean;
  readonly orderSeed: number;
  readonly assignedOn: string;
  readonly scoringDue: string;
  readonly clearance: Clearance;
  /** How many declarations the person has made for this review. */
  readonly declarations: number;
}

/** One member of a review's panel, as whoever leads it sees them. */
export interface PanelRow {
  readonly id: Uuid;
  readonly personId: Uuid;
  readonly name: string | null;
  readonly capacity: ReviewerCapacity;
  readonly outsideNhsEngland: boolean;
  readonly clearance: Clearance;
  readonly declarationId: Uuid | null;
  readonly declared: readonly DeclaredAnswer[] | null;
  readonly locked: boolean;
  readonly endedOn: string | null;
}

/** Every SELECT about who takes part in reviews. */
@Injectable()
export class ReviewersQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The actor's own assignments that have not ended, the next to be due first. */
  own(actor: Actor): Promise<AssignmentRow[]> {
    return this.find(actor, 'a.person_id = $1 AND a.ended_on IS NULL', [actor.personId]);
  }

  /** The actor's own assignment to a review; null when there is none. */
  async ownIn(actor: Actor, reviewId: Uuid): Promise<AssignmentRow | null> {
    if (!isId(reviewId)) return null;
    const [row] = await this.find(actor, 'a.person_id = $1 AND a.review_id = $2 AND a.ended_on IS NULL', [
      actor.personId,
      reviewId,
    ]);
    return row ?? null;
  }

  /** Everybody who takes part in a review, with what they declared: only whoever leads it, and auditors, see more than themselves. */
  panel(actor: Actor, reviewId: Uuid): Promise<PanelRow[]> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 2 });
    const declarations = this.access.where(actor, 'read', InterestDeclaration, {
      alias: 'd',
      after: 2 + permitted.values.length,
    });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT a.id, a.person_id AS "personId", p.name, a.capacity, a.outside_nhs_england AS "outsideNhsEngland",
          ${CLEARANCE} AS clearance, d.id AS "declarationId", d.answers AS declared, a.ended_on AS "endedOn",
          EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id) AS locked
        FROM reviews.assignment a LEFT JOIN identity.person p ON p.id = a.person_id
        ${newestDeclaration(declarations.text)}
        WHERE a.review_id = $1 AND ${permitted.text} ORDER BY a.id LIMIT $2`,
      values: [reviewId, MOST_SHOWN, ...permitted.values, ...declarations.values],
    });
  }

  /** People who may be given a part in a review, with the roles that allow it; for lead reviewers. */
  candidates(actor: Actor): Promise<{ id: Uuid; name: string; roles: string[] }[]> {
    const people = this.access.where(actor, 'read', Person, { alias: 'p', after: 2 });
    const memberships = this.access.where(actor, 'read', Membership, {
      alias: 'm',
      after: 2 + people.values.length,
    });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT p.id, p.name, array_agg(DISTINCT m.role) AS roles
        FROM identity.person p JOIN identity.membership m ON m.person_id = p.id AND m.ended_on IS NULL
        WHERE m.role = ANY ($1) AND p.suspended_on IS NULL AND ${people.text} AND ${memberships.text}
        GROUP BY p.id ORDER BY p.name, p.id LIMIT $2`,
      values: [REVIEWING_ROLES, MOST_SHOWN, ...people.values, ...memberships.values],
    });
  }

  /** The declaration somebody is to decide about; null when there is none that the actor may read. */
  declaration(
    actor: Actor,
    id: Uuid,
  ): Promise<{ id: Uuid; reviewId: Uuid; personId: Uuid; standing: string } | null> {
    const permitted = this.access.where(actor, 'read', InterestDeclaration, { alias: 'd', after: 1 });
    return this.database.row(scopeOf(actor), {
      text: `SELECT d.id, d.review_id AS "reviewId", d.person_id AS "personId", d.standing
        FROM reviews.interest_declaration d WHERE d.id = $1 AND ${permitted.text}`,
      values: [isId(id) ? id : null, ...permitted.values],
    });
  }

  private find(actor: Actor, condition: string, given: readonly unknown[]): Promise<AssignmentRow[]> {
    const after = given.length;
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after });
    const decisions = this.access.where(actor, 'read', InterestDecision, {
      alias: 'x',
      after: after + permitted.values.length,
    });
    return this.database.rows(scopeOf(actor), {
      text: `SELECT a.id, a.review_id AS "reviewId", a.round_id AS "roundId", n.title AS round,
          a.organisation_id AS "organisationId", o.name AS organisation, a.deployment_id AS "deploymentId",
          v.title AS deployment, a.capacity, a.outside_nhs_england AS "outsideNhsEngland", a.order_seed AS "orderSeed",
          a.assigned_on AS "assignedOn", n.scoring_due AS "scoringDue", ${CLEARANCE} AS clearance,
          coalesce(d.seq, 0) AS declarations
        FROM reviews.assignment a JOIN reviews.round n ON n.id = a.round_id
        JOIN organisations.organisation o ON o.id = a.organisation_id
        LEFT JOIN deployments.deployment v ON v.id = a.deployment_id
        ${newestDeclaration('TRUE', decisions.text)}
        WHERE ${condition} AND ${permitted.text} ORDER BY n.scoring_due, a.id LIMIT ${String(MOST_SHOWN)}`,
      values: [...given, ...permitted.values, ...decisions.values],
    });
  }
}

const MOST_SHOWN = 200;

const REVIEWING_ROLES = ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER'];

const CLEARANCE = `CASE WHEN d.id IS NULL THEN 'undeclared' WHEN d.standing = 'none' OR d.outcome = 'continue' THEN 'clear'
  WHEN d.outcome = 'exclude' THEN 'excluded' ELSE 'undecided' END`;

function newestDeclaration(declarations: string, decisions = 'TRUE'): string {
  return `LEFT JOIN LATERAL (
    SELECT d.*, x.outcome FROM reviews.interest_declaration d
    LEFT JOIN reviews.interest_decision x ON x.declaration_id = d.id AND ${decisions}
    WHERE d.assignment_id = a.id AND ${declarations} ORDER BY d.seq DESC LIMIT 1) AS d ON TRUE`;
}
