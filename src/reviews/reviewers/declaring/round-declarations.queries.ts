import { Injectable } from '@nestjs/common';
import { Access } from '../../../access/access.js';
import { Deployment } from '../../../deployments/deployment.entity.js';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import { isId, type Uuid } from '../../../kernel/identifiers.js';
import { Organisation } from '../../../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../../../platform/database/database.js';
import { column, columns, orNull, select, sql, type RowOf } from '../../../platform/database/selection.js';
import type { Clearance } from '../../../review-method/panel/panel-member.js';
import { faultsToDeclare } from '../../../review-method/independence/independence-faults.js';
import type { KnownStanding } from '../../../review-method/independence/known-standing.js';
import { Round } from '../../round.entity.js';
import { Assignment } from '../assignment.entity.js';
import { mayDeclare } from '../clearance.js';
import { InterestDeclaration } from '../interest-declaration.entity.js';

const PART = select({
  ...columns(Assignment, 'a', 'id', 'reviewId', 'personId', 'capacity'),
  round: column(Round, 'n', 'title'),
  organisation: column(Organisation, 'o', 'name'),
  ...orNull({ deployment: column(Deployment, 'v', 'title') }),
  clearance: sql<Clearance>('reviews.clearance_of(a.id)'),
  standing: sql<KnownStanding | null>(
    '(SELECT s.standing FROM reviews.standings_seen(a.person_id, a.review_id) s)',
  ),
  declarations: sql<number>('coalesce(d.seq, 0)'),
  ...orNull(columns(InterestDeclaration, 'd', 'answers')),
});

const WAITING = select({
  roundId: column(Round, 'n', 'id'),
  title: column(Round, 'n', 'title'),
  reviews: sql<number>('count(*)::integer'),
});

/** One part of a person in a round, with what they said of it before. */
export type PartInRound = Omit<RowOf<typeof PART>, 'standing'> & {
  /** True where interests are to be declared, for the first time or because something became known since. */
  readonly isOpen: boolean;
};

/** A round in which somebody has not declared for several reviews. */
export type WaitingRound = RowOf<typeof WAITING>;

/** Every SELECT about declaring interests once for all reviews of a round. */
@Injectable()
export class RoundDeclarationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The statement for the actor's own parts in a round that have not ended, by trust. */
  parts(actor: Actor, roundId: Uuid): SqlStatement<RowOf<typeof PART>> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 2 });
    return PART.from(
      `reviews.assignment a JOIN reviews.round n ON n.id = a.round_id
      JOIN organisations.organisation o ON o.id = a.organisation_id
      LEFT JOIN deployments.deployment v ON v.id = a.deployment_id
      LEFT JOIN LATERAL (SELECT d.* FROM reviews.interest_declaration d
        WHERE d.assignment_id = a.id ORDER BY d.seq DESC LIMIT 1) AS d ON TRUE
      WHERE a.round_id = $1 AND a.person_id = $2 AND a.ended_on IS NULL AND ${permitted.text}
      ORDER BY lower(o.name), o.name, lower(v.title), a.id`,
      [isId(roundId) ? roundId : null, actor.personId, ...permitted.values],
    );
  }

  /** The actor's own parts in a round, by trust. */
  async own(actor: Actor, roundId: Uuid): Promise<PartInRound[]> {
    return partsInRound(await this.database.rows(scopeOf(actor), this.parts(actor, roundId)));
  }

  /** The rounds in which the actor has not declared for two reviews or more. */
  waiting(actor: Actor): Promise<WaitingRound[]> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      WAITING.from(
        `reviews.assignment a JOIN reviews.round n ON n.id = a.round_id
        WHERE a.person_id = $1 AND a.ended_on IS NULL AND ${permitted.text}
          AND NOT EXISTS (SELECT FROM reviews.interest_declaration d WHERE d.assignment_id = a.id)
        GROUP BY n.id HAVING count(*) > 1 ORDER BY n.scoring_due, n.id`,
        [actor.personId, ...permitted.values],
      ),
    );
  }
}

/** Parts as they were read, each with whether interests are to be declared for it. */
export function partsInRound(rows: readonly RowOf<typeof PART>[]): PartInRound[] {
  return rows.map(({ standing, ...row }) => {
    const known = row.clearance === 'undeclared' || standing === null ? [] : faultsToDeclare(standing);
    return {
      ...row,
      isOpen: row.clearance === 'undeclared' || (known.length > 0 && mayDeclare(row.clearance, known)),
    };
  });
}
