import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  column,
  columns,
  jsonList,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { ScopeAcknowledgement } from './scope-acknowledgement.entity.js';
import { ScopeDecision } from './scope-decision.entity.js';

const CANDIDATE = select({
  ...columns(Organisation, 'o', 'id', 'key', 'odsCode', 'otherNames', 'name', 'closedOn', 'nationalGrouping'),
  followedBy: jsonList(
    columns(Organisation, 'n', 'name'),
    `organisations.succession s JOIN organisations.organisation n ON n.id = s.successor_id
      WHERE s.predecessor_id = o.id AND s.withdrawn_on IS NULL`,
    'n.name',
  ),
  turn: sql<number>('coalesce(d.turn, 0)'),
  ...orNull(columns(ScopeDecision, 'd', 'decision')),
});

const CANDIDATES = `organisations.organisation o LEFT JOIN LATERAL (SELECT before.turn, before.decision
  FROM reviews.scope_decision before WHERE before.round_id = $1 AND before.organisation_id = o.id
  ORDER BY before.turn DESC LIMIT 1) AS d ON TRUE`;

/** By its type, or because it stands as one on a list of the register, or followed one that does. */
const IS_MENTAL_HEALTH_TRUST = `(o.type = 'NHS_MH_TRUST' OR EXISTS (SELECT FROM past_requests.listed_trust t
  WHERE t.gave = 'MENTAL_HEALTH' AND (t.organisation_id = o.id OR EXISTS (SELECT FROM organisations.follower f
    WHERE f.predecessor_id = t.organisation_id AND f.successor_id = o.id))))`;

const DECIDED = select({
  ...columns(ScopeDecision, 'd', 'id', 'organisationId', 'turn', 'decision', 'reason', 'post', 'decidedOn'),
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Organisation, 'o', 'key', 'odsCode'),
  isNewest:
    sql<boolean>(`NOT EXISTS (SELECT FROM reviews.scope_decision later WHERE later.round_id = d.round_id
    AND later.organisation_id = d.organisation_id AND later.turn > d.turn)`),
});

const ASKED = DECIDED.and(columns(ScopeDecision, 'd', 'roundId'));

const ACKNOWLEDGED = select(columns(ScopeAcknowledgement, 'a', 'id'));

/** An organisation that a pick could meet, with what was decided of it before in the round. */
export type ScopeCandidateRow = RowOf<typeof CANDIDATE>;

/** One decision on an organisation in a round, as everyone reads it. */
export type DecidedRow = RowOf<typeof DECIDED>;

/** One decision with the round it is about. */
export type AskedRow = RowOf<typeof ASKED>;

/** The most organisations that a scope holds: more than England has trusts. */
const MOST_IN_SCOPE = 2000;

/** Every SELECT about who owes an answer in a round. Organisations and decisions are for everyone to read. */
@Injectable()
export class ScopesQueries {
  constructor(private readonly database: Database) {}

  /** The mental health trusts of the register, those that closed included. */
  mentalHealthTrusts(actor: Actor, roundId: Uuid): Promise<ScopeCandidateRow[]> {
    return this.database.rows(
      scopeOf(actor),
      CANDIDATE.from(`${CANDIDATES} WHERE ${IS_MENTAL_HEALTH_TRUST} ORDER BY lower(o.name), o.id LIMIT $2`, [
        roundId,
        MOST_IN_SCOPE,
      ]),
    );
  }

  /** The organisations with one of these codes: of the ODS, of the register, or told as another name. */
  withCodes(actor: Actor, roundId: Uuid, codes: readonly string[]): Promise<ScopeCandidateRow[]> {
    return this.database.rows(
      scopeOf(actor),
      CANDIDATE.from(
        `${CANDIDATES} WHERE o.ods_code = ANY ($2) OR upper(o.key) = ANY ($2) OR o.other_names && $2
          ORDER BY lower(o.name), o.id LIMIT $3`,
        [roundId, codes.map((code) => code.toUpperCase()), MOST_IN_SCOPE],
      ),
    );
  }

  /** Every decision on the scope of a round, by organisation and in turn. */
  decisions(actor: Actor, roundId: Uuid): Promise<DecidedRow[]> {
    return this.database.rows(
      scopeOf(actor),
      DECIDED.from(
        `reviews.scope_decision d JOIN organisations.organisation o ON o.id = d.organisation_id
          WHERE d.round_id = $1 ORDER BY lower(o.name), o.id, d.turn LIMIT $2`,
        [roundId, 3 * MOST_IN_SCOPE],
      ),
    );
  }

  /** One decision by its id; null when there is none. */
  async asked(actor: Actor, id: Uuid): Promise<AskedRow | null> {
    return this.database.row(
      scopeOf(actor),
      ASKED.from(
        'reviews.scope_decision d JOIN organisations.organisation o ON o.id = d.organisation_id WHERE d.id = $1',
        [id],
      ),
    );
  }

  /** True once the organisation said that it has the request. */
  async hasAcknowledged(actor: Actor, roundId: Uuid, organisationId: Uuid): Promise<boolean> {
    const acknowledged = ACKNOWLEDGED.from(
      'reviews.scope_acknowledgement a WHERE a.round_id = $1 AND a.organisation_id = $2',
      [roundId, organisationId],
    );
    return (await this.database.row(scopeOf(actor), acknowledged)) !== null;
  }
}
