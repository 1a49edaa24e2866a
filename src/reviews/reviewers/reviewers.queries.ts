import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Person } from '../../identity/people/person.entity.js';
import type { Role } from '../../identity/roles.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  jsonObjectOrNull,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import {
  faultsToDeclare,
  independenceFaults,
  type FaultToDeclare,
  type IndependenceFault,
} from '../../review-method/independence/independence-faults.js';
import type { KnownStanding } from '../../review-method/independence/known-standing.js';
import { Review } from '../review.entity.js';
import { Round } from '../round.entity.js';
import { Assignment } from './assignment.entity.js';
import type { Clearance } from '../../review-method/panel/panel-member.js';
import { InterestDeclaration } from './interest-declaration.entity.js';
import { InterestDecision } from './interest-decision.entity.js';

const clearance = sql<Clearance>('reviews.clearance_of(a.id)');
const standing = sql<KnownStanding | null>(
  '(SELECT s.standing FROM reviews.standings_seen(a.person_id, a.review_id) s)',
);

const ASSIGNMENT = select({
  ...columns(Assignment, 'a', 'id', 'reviewId', 'capacity'),
  ...columns(Round, 'n', 'scoringDue'),
  round: column(Round, 'n', 'title'),
  organisation: column(Organisation, 'o', 'name'),
  ...orNull({ deployment: column(Deployment, 'v', 'title') }),
  clearance,
  standing,
});

const LISTED_ASSIGNMENT = ASSIGNMENT.and({ sort: sql<string>('n.scoring_due::text') });

const OWN_ASSIGNMENT = ASSIGNMENT.and({
  ...columns(Assignment, 'a', 'orderSeed'),
  declarations: sql<number>('coalesce(d.seq, 0)'),
});

const MEMBER = select({
  ...columns(
    Assignment,
    'a',
    'id',
    'personId',
    'capacity',
    'outsideNhsEngland',
    'assignedOn',
    'endedOn',
    'endReason',
  ),
  ...orNull(columns(Person, 'p', 'name')),
  clearance,
  ...orNull({
    declarationId: column(InterestDeclaration, 'd', 'id'),
    declared: column(InterestDeclaration, 'd', 'answers'),
  }),
  locked: sql<boolean>('EXISTS (SELECT FROM reviews.score_lock l WHERE l.assignment_id = a.id)'),
  standing,
  // An exclusion that waits for a second person.
  waiting: jsonObjectOrNull(
    {
      ...columns(InterestDecision, 'w', 'id', 'conflict', 'reason', 'post'),
      own: sql<boolean>('w.decided_by = $2'),
    },
    'w.id',
  ),
});

const CANDIDATE = select({
  ...columns(Person, 'p', 'id', 'name'),
  roles: sql<readonly Role[]>('array_agg(DISTINCT m.role)'),
});

const DECLARATION = select({
  ...columns(InterestDeclaration, 'd', 'id', 'reviewId', 'personId', 'standing'),
  // Null where the reader may not see the review, too.
  ...orNull(columns(Review, 'r', 'scoresOpenedOn')),
});

/** What is known of the reader and is to be declared anew before they can take part; nothing before they declared at all. */
interface ToDeclare {
  readonly toDeclare: readonly FaultToDeclare[];
}

/** One assignment, with all that the person must know to declare interests and no more of the review. */
export type AssignmentRow = Omit<RowOf<typeof ASSIGNMENT>, 'standing'> & ToDeclare;

/** The reader's own assignment to a review, with what their scoring and their next declaration start from. */
export type OwnAssignment = Omit<RowOf<typeof OWN_ASSIGNMENT>, 'standing'> & ToDeclare;

/** One member of a review's panel, as whoever leads it sees them. */
export type PanelRow = Omit<RowOf<typeof MEMBER>, 'standing'> & {
  /** What is known that keeps them from being independent; it must be decided what becomes of them. */
  readonly conflicts: readonly IndependenceFault[];
};

/** Somebody who may be given a part in a review, with the roles that allow it. */
export type Candidate = RowOf<typeof CANDIDATE>;

/** Every SELECT about who takes part in reviews. */
@Injectable()
export class ReviewersQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of the actor's own assignments that have not ended, the next to be due first. */
  async own(actor: Actor, request: PageRequest): Promise<ListPage<AssignmentRow>> {
    const { from, permitted, values } = this.open(actor, 4);
    const listed = LISTED_ASSIGNMENT.from(
      `${from} WHERE a.person_id = $1 AND a.ended_on IS NULL
        AND ($2::date IS NULL OR (n.scoring_due, a.id) > ($2, $3::uuid)) AND ${permitted}
        ORDER BY n.scoring_due, a.id LIMIT $4`,
      [actor.personId, request.after?.sort ?? null, request.after?.id ?? null, request.limit + 1, ...values],
    );
    const { items, next } = pageOf(await this.database.rows(scopeOf(actor), listed), request);
    return { items: items.map(withToDeclare), next };
  }

  /** The actor's own assignment to a review; null when there is none. */
  async ownIn(actor: Actor, reviewId: Uuid): Promise<OwnAssignment | null> {
    if (!isId(reviewId)) return null;
    const { from, permitted, values } = this.open(actor, 2);
    const own = OWN_ASSIGNMENT.from(
      `${from} WHERE a.person_id = $1 AND a.review_id = $2 AND a.ended_on IS NULL AND ${permitted}`,
      [actor.personId, reviewId, ...values],
    );
    const row = await this.database.row(scopeOf(actor), own);
    return row && withToDeclare(row);
  }

  /** Everybody who takes part in a review, with what they declared: only whoever leads it, and auditors, see more than themselves. */
  async panel(actor: Actor, reviewId: Uuid): Promise<PanelRow[]> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 2 });
    const declarations = this.access.where(actor, 'read', InterestDeclaration, {
      alias: 'd',
      after: 2 + permitted.values.length,
    });
    const decisions = this.access.where(actor, 'read', InterestDecision, {
      alias: 'w',
      after: 2 + permitted.values.length + declarations.values.length,
    });
    const rows = await this.database.rows(
      scopeOf(actor),
      MEMBER.from(
        `reviews.assignment a LEFT JOIN identity.person p ON p.id = a.person_id
        ${newestDeclaration(declarations.text)}
        LEFT JOIN reviews.interest_decision w ON ${decisions.text} AND w.outcome = 'exclude'
          AND w.review_id = a.review_id AND w.person_id = a.person_id AND w.scores_opened_on IS NOT NULL
          AND NOT EXISTS (SELECT FROM reviews.interest_confirmation c WHERE c.decision_id = w.id)
        WHERE a.review_id = $1 AND ${permitted.text} ORDER BY a.id`,
        [reviewId, actor.personId, ...permitted.values, ...declarations.values, ...decisions.values],
      ),
    );
    return rows.map(withConflicts);
  }

  /** One person of a review, as its panel shows them. @throws NotFound when the actor may not see such a person there. */
  async member(
    actor: Actor,
    { reviewId, assignmentId }: { readonly reviewId: Uuid; readonly assignmentId: Uuid },
  ): Promise<PanelRow> {
    const found = (await this.panel(actor, reviewId)).find(({ id }) => id === assignmentId);
    if (!found) throw new NotFound();
    return found;
  }

  /** Everybody who may be given a part in a review, by name; for lead reviewers. */
  candidates(actor: Actor): Promise<Candidate[]> {
    const people = this.access.where(actor, 'read', Person, { alias: 'p', after: 1 });
    const memberships = this.access.where(actor, 'read', Membership, {
      alias: 'm',
      after: 1 + people.values.length,
    });
    return this.database.rows(
      scopeOf(actor),
      CANDIDATE.from(
        `identity.person p JOIN identity.membership m ON m.person_id = p.id AND m.ended_on IS NULL
        WHERE m.role = ANY ($1) AND p.suspended_on IS NULL AND ${people.text} AND ${memberships.text}
        GROUP BY p.id ORDER BY p.name, p.id`,
        [REVIEWING_ROLES, ...people.values, ...memberships.values],
      ),
    );
  }

  /** The declaration somebody is to decide about; null when there is none that the actor may read. */
  declaration(actor: Actor, id: Uuid): Promise<RowOf<typeof DECLARATION> | null> {
    const permitted = this.access.where(actor, 'read', InterestDeclaration, { alias: 'd', after: 1 });
    return this.database.row(
      scopeOf(actor),
      DECLARATION.from(
        `reviews.interest_declaration d LEFT JOIN reviews.review r ON r.id = d.review_id
        WHERE d.id = $1 AND ${permitted.text}`,
        [isId(id) ? id : null, ...permitted.values],
      ),
    );
  }

  /** Assignments that are open to the actor, each with its newest declaration. */
  private open(
    actor: Actor,
    after: number,
  ): { readonly from: string; readonly permitted: string; readonly values: readonly unknown[] } {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after });
    return {
      from: `reviews.assignment a JOIN reviews.round n ON n.id = a.round_id
        JOIN organisations.organisation o ON o.id = a.organisation_id
        LEFT JOIN deployments.deployment v ON v.id = a.deployment_id
        ${newestDeclaration('TRUE')}`,
      permitted: permitted.text,
      values: permitted.values,
    };
  }
}

const REVIEWING_ROLES: readonly Role[] = ['REVIEWER', 'LIVED_EXPERIENCE_REVIEWER', 'LEAD_REVIEWER'];

function withToDeclare<Row extends Pick<RowOf<typeof ASSIGNMENT>, 'clearance' | 'standing'>>({
  standing,
  ...row
}: Row): Omit<Row, 'standing'> & ToDeclare {
  const mayAgain = row.clearance === 'clear' || row.clearance === 'undecided';
  return { ...row, toDeclare: mayAgain && standing !== null ? faultsToDeclare(standing) : [] };
}

/** Whoever is excluded, or left without scores, is past deciding. */
function withConflicts({ standing, ...row }: RowOf<typeof MEMBER>): PanelRow {
  const past = row.clearance === 'excluded' || (row.endedOn !== null && !row.locked);
  return { ...row, conflicts: past || standing === null ? [] : independenceFaults(standing) };
}

function newestDeclaration(declarations: string): string {
  return `LEFT JOIN LATERAL (
    SELECT d.* FROM reviews.interest_declaration d
    WHERE d.assignment_id = a.id AND ${declarations} ORDER BY d.seq DESC LIMIT 1) AS d ON TRUE`;
}
