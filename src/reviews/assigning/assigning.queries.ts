import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Person } from '../../identity/people/person.entity.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  column,
  columns,
  everyColumn,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import type { Clearance } from '../../review-method/panel/panel-member.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { Review } from '../review.entity.js';
import { PanelAcceptance } from './panel-acceptance.entity.js';
import { PanelProposal } from './panel-proposal.entity.js';
import type { BarReason } from './solving/instance.js';

const REVIEW = select({
  ...columns(Review, 'r', 'id', 'deploymentId', 'organisationId', 'scoresOpenedOn', 'publishedOn'),
  ...columns(Organisation, 'o', 'odsCode', 'key'),
  organisation: column(Organisation, 'o', 'name'),
  ...orNull({ deployment: column(Deployment, 'v', 'title') }),
});

const SEATED = select({
  ...columns(Assignment, 'a', 'reviewId', 'personId', 'capacity', 'outsideNhsEngland'),
  clearance: sql<Clearance>('reviews.clearance_of(a.id)'),
});

const KEPT = select({
  person: sql<Uuid>('k.person_id'),
  panel: sql<Uuid>('k.review_id'),
  because: sql<BarReason | 'not-outside'>('k.because'),
  words: sql<string>('k.words'),
});

const TAKEN = select({ personId: sql<Uuid>('t.person_id'), taken: sql<number>('t.taken') });

const PROPOSAL = select({
  ...everyColumn(PanelProposal, 'p'),
  acceptedOn: sql<CalendarDay | null>('c.accepted_on'),
});

const LISTED = select({
  ...columns(PanelProposal, 'p', 'id', 'origin', 'proposedOn'),
  panels: sql<number>('jsonb_array_length(p.panels)'),
  acceptedOn: sql<CalendarDay | null>('c.accepted_on'),
});

const NAMED = select(columns(Person, 'p', 'id', 'name', 'email'));

/** One review of a round with whose it is. */
export type ReviewOfRound = RowOf<typeof REVIEW>;

/** Somebody with a part in a review of a round. */
export type SeatedRow = RowOf<typeof SEATED>;

/** Why somebody is kept from a panel. */
export type KeptRow = RowOf<typeof KEPT>;

/** A proposal with the day on which it was accepted. */
export type ProposalOfPanels = RowOf<typeof PROPOSAL>;

/** A proposal as a list shows it. */
export type ListedPanels = RowOf<typeof LISTED>;

/** Somebody by name, and by the address under which a table may name them. */
export type NamedPerson = RowOf<typeof NAMED>;

/** About whom it is asked what keeps them from panels: of a whole round, or of one review. */
interface PeopleAsked {
  readonly people: readonly Uuid[];
  readonly outside: readonly Uuid[];
  readonly reviewId?: Uuid | null;
}

/** Every SELECT about filling the panels of a round. */
@Injectable()
export class AssigningQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Every review of a round that the actor may read, by trust. */
  reviews(actor: Actor, roundId: Uuid): Promise<ReviewOfRound[]> {
    const permitted = this.access.where(actor, 'read', Review, { alias: 'r', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      REVIEW.from(
        `reviews.review r JOIN organisations.organisation o ON o.id = r.organisation_id
        LEFT JOIN deployments.deployment v ON v.id = r.deployment_id
        WHERE r.round_id = $1 AND ${permitted.text} ORDER BY lower(o.name), o.name, lower(v.title), r.id`,
        [isId(roundId) ? roundId : null, ...permitted.values],
      ),
    );
  }

  /** Everybody who takes part in reviews of a round that the actor leads. */
  seated(actor: Actor, roundId: Uuid): Promise<SeatedRow[]> {
    const permitted = this.access.where(actor, 'read', Assignment, { alias: 'a', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      SEATED.from(
        `reviews.assignment a WHERE a.round_id = $1 AND a.ended_on IS NULL AND ${permitted.text} ORDER BY a.id`,
        [roundId, ...permitted.values],
      ),
    );
  }

  /** Who of these people is kept from which panels that the actor leads, and why. PostgreSQL shows it to them alone. */
  kept(actor: Actor, roundId: Uuid, { people, outside, reviewId = null }: PeopleAsked): Promise<KeptRow[]> {
    const values = [roundId, reviewId, [...people], [...outside]];
    return this.database.rows(
      scopeOf(actor),
      KEPT.from('reviews.kept_from_panels($1, $2, $3, $4) k ORDER BY 1, 2, 3, 4', values),
    );
  }

  /** On how many panels of the round people sit already. */
  async taken(actor: Actor, roundId: Uuid): Promise<ReadonlyMap<Uuid, number>> {
    const rows = await this.database.rows(
      scopeOf(actor),
      TAKEN.from('reviews.panels_taken($1) t', [roundId]),
    );
    return new Map(rows.map(({ personId, taken }) => [personId, taken]));
  }

  /** People whose names the actor may read, of these. */
  named(actor: Actor, ids: readonly Uuid[]): Promise<NamedPerson[]> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      NAMED.from(`identity.person p WHERE p.id = ANY ($1) AND ${permitted.text} ORDER BY p.name, p.id`, [
        [...ids],
        ...permitted.values,
      ]),
    );
  }

  /** A proposal of panels; null where there is none that the actor may read. */
  proposal(actor: Actor, id: Uuid): Promise<ProposalOfPanels | null> {
    const { from, where, values } = this.open(actor, 1);
    return this.database.row(
      scopeOf(actor),
      PROPOSAL.from(`${from} WHERE p.id = $1 AND ${where}`, [isId(id) ? id : null, ...values]),
    );
  }

  /** The newest proposals of panels of a round that the actor may read. */
  proposals(actor: Actor, roundId: Uuid): Promise<ListedPanels[]> {
    const { from, where, values } = this.open(actor, 2);
    return this.database.rows(
      scopeOf(actor),
      LISTED.from(
        `${from} WHERE p.round_id = $1 AND ${where} ORDER BY p.proposed_on DESC, p.id DESC LIMIT $2`,
        [isId(roundId) ? roundId : null, MOST_LISTED, ...values],
      ),
    );
  }

  private open(
    actor: Actor,
    after: number,
  ): { readonly from: string; readonly where: string; readonly values: readonly unknown[] } {
    const proposals = this.access.where(actor, 'read', PanelProposal, { alias: 'p', after });
    const acceptances = this.access.where(actor, 'read', PanelAcceptance, {
      alias: 'c',
      after: after + proposals.values.length,
    });
    return {
      from: `reviews.panel_proposal p LEFT JOIN reviews.panel_acceptance c ON c.proposal_id = p.id AND ${acceptances.text}`,
      where: proposals.text,
      values: [...proposals.values, ...acceptances.values],
    };
  }
}

const MOST_LISTED = 20;
