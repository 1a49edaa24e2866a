import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { Membership } from '../identity/people/membership.entity.js';
import { Person } from '../identity/people/person.entity.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import { column, select, type RowOf } from '../platform/database/selection.js';
import { Assignment } from './reviewers/assignment.entity.js';

const LEADER = select({ personId: column(Assignment, 'a', 'personId') });
const LEAD_REVIEWER = select({ personId: column(Membership, 'm', 'personId') });

/** Somebody who could be the second person where something takes two. */
export type SecondPerson = RowOf<typeof LEADER>;

/** Who could be the second person beside the actor, as far as the actor may know them. */
@Injectable()
export class SecondPeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Whoever else leads this review, or any other lead reviewer where it is about no review. */
  beside(actor: Actor, reviewId: Uuid | null): Promise<SecondPerson[]> {
    return reviewId === null ? this.leadReviewers(actor) : this.leadersOf(actor, reviewId);
  }

  private leadersOf(actor: Actor, reviewId: Uuid): Promise<SecondPerson[]> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 2 });
    const statement = LEADER.from(
      `reviews.assignment a WHERE a.review_id = $1 AND a.person_id IS DISTINCT FROM $2::uuid AND a.capacity = 'lead'
        AND a.ended_on IS NULL AND reviews.clearance_of(a.id) = 'clear' AND ${permitted.text}`,
      [reviewId, actor.personId, ...permitted.values],
    );
    return this.database.rows(scopeOf(actor), statement);
  }

  private leadReviewers(actor: Actor): Promise<SecondPerson[]> {
    const people = this.access.where(actor, 'read', Person, { alias: 'p', after: 1 });
    const memberships = this.access.where(actor, 'read', Membership, {
      alias: 'm',
      after: 1 + people.values.length,
    });
    const statement = LEAD_REVIEWER.from(
      `identity.membership m JOIN identity.person p ON p.id = m.person_id AND p.suspended_on IS NULL
        WHERE m.role = 'LEAD_REVIEWER' AND m.ended_on IS NULL AND m.person_id IS DISTINCT FROM $1::uuid
          AND ${people.text} AND ${memberships.text}`,
      [actor.personId, ...people.values, ...memberships.values],
    );
    return this.database.rows(scopeOf(actor), statement);
  }
}
