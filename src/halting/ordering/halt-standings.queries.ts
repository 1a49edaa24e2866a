import { Injectable } from '@nestjs/common';
import type { OutsideOrderer } from '../../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { column, columns, select, sql } from '../../platform/database/selection.js';
import { Review } from '../../reviews/review.entity.js';
import { Round } from '../../reviews/round.entity.js';

/** For whom somebody may order a scheme to halt: a body, or a review in which red lines were settled at 0 or 1. */
export interface HaltStanding {
  readonly outside: OutsideOrderer;
  /** The id of the body or of the review. */
  readonly id: Uuid;
  readonly called: string;
}

const BODY = select({
  ...columns(Organisation, 'o', 'id', 'name'),
  outside: sql<OutsideOrderer | null>('deployments.may_halt($1, o.id)'),
});
const FAILED_REVIEW = select({
  ...columns(Review, 'r', 'id'),
  round: column(Round, 'n', 'title'),
  redLines: sql<readonly string[]>('ARRAY(SELECT * FROM deployments.red_lines_failed(r.id))'),
});

/** A part that somebody has in an order, which bars them from something about it. */
export type OwnPart = 'ORDERED' | 'ANSWERED' | 'CHECKED' | 'OF_THE_TRUST';

const OWN_PARTS = select({ parts: sql<readonly OwnPart[]>('deployments.own_parts_in_halt(h.id)') });

/** For whom people may order a scheme to halt; PostgreSQL asks the same functions again when an order is given. */
@Injectable()
export class HaltStandingsQueries {
  constructor(private readonly database: Database) {}

  /** Every body and review for which this person may order this scheme to halt. */
  async of(actor: Actor, deploymentId: Uuid): Promise<readonly HaltStanding[]> {
    const [bodies, reviews] = await Promise.all([
      this.bodies(actor, deploymentId),
      actor.holds('LEAD_REVIEWER') ? this.reviews(actor, deploymentId) : [],
    ]);
    return [...bodies, ...reviews];
  }

  /** The bodies of this person that commission the scheme or are NHS England. */
  async bodies(actor: Actor, deploymentId: Uuid): Promise<readonly HaltStanding[]> {
    const bodies = actor.organisationsAs('COMMISSIONER');
    if (bodies.length === 0) return [];
    const rows = await this.database.rows(
      scopeOf(actor),
      BODY.from('organisations.organisation o WHERE o.id = ANY ($2::uuid[]) ORDER BY o.name', [
        deploymentId,
        bodies,
      ]),
    );
    return rows.flatMap(({ id, name, outside }) => (outside === null ? [] : [{ outside, id, called: name }]));
  }

  /** The parts that this person has in the order, and nobody else's. */
  async ownParts(actor: Actor, haltId: Uuid): Promise<readonly OwnPart[]> {
    if (actor.personId === null) return [];
    const found = await this.database.row(
      scopeOf(actor),
      OWN_PARTS.from('deployments.halt h WHERE h.id = $1', [haltId]),
    );
    return found?.parts ?? [];
  }

  private async reviews(actor: Actor, deploymentId: Uuid): Promise<readonly HaltStanding[]> {
    const rows = await this.database.rows(
      scopeOf(actor),
      FAILED_REVIEW.from(
        `reviews.review r JOIN reviews.round n ON n.id = r.round_id
          WHERE r.deployment_id = $1 AND r.id IN (SELECT * FROM reviews.led()) ORDER BY r.id`,
        [deploymentId],
      ),
    );
    return rows.flatMap(({ id, round, redLines }) =>
      redLines.length === 0
        ? []
        : [{ outside: 'REVIEWER' as const, id, called: `The review “${round}” (${redLines.join(', ')})` }],
    );
  }
}
