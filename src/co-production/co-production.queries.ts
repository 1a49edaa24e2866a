import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Access } from '../access/access.js';
import { Database } from '../platform/database/database.js';
import { Attestation } from './attestations/attestation.entity.js';
import type { AttestationView, CoProductionView } from './co-production-view.js';

/** A group's attestation with the deployment it is about, for the group's own pages. */
export interface GroupAttestation extends AttestationView {
  readonly deploymentId: Uuid;
  readonly deploymentKey: string;
  readonly deploymentTitle: string;
}

/** The parts of a record that its trust has not opened yet. */
export interface UnopenedParts {
  readonly involvement: readonly Uuid[];
  readonly participant_group: readonly Uuid[];
  readonly payment: readonly Uuid[];
  readonly influence: readonly Uuid[];
  readonly stage_account: readonly Uuid[];
}

const MOST_OF_A_GROUP = 200;

/** Every SELECT about co-production; row-level security limits each part to what the actor may read. */
@Injectable()
export class CoProductionQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Everything about one deployment, in one round trip. */
  async of(actor: Actor, deploymentId: Uuid): Promise<CoProductionView> {
    const view = await this.database.row<CoProductionView>(scopeOf(actor), {
      prepared: true,
      text: `SELECT ${ACCOUNTS} AS accounts, ${INVOLVEMENTS} AS involvements, ${ATTESTATIONS} AS attestations`,
      values: [deploymentId],
    });
    return view ?? { accounts: [], involvements: [], attestations: [] };
  }

  /** The ids of what is not opened yet, by table. */
  async unopened(actor: Actor, deploymentId: Uuid): Promise<UnopenedParts> {
    const tables = ['involvement', 'participant_group', 'payment', 'influence', 'stage_account'];
    const columns = tables.map(
      (table) =>
        `ARRAY(SELECT p.id FROM co_production.${table} p WHERE p.deployment_id = $1 AND NOT p.published) AS ${table}`,
    );
    const row = await this.database.row<UnopenedParts>(scopeOf(actor), {
      text: `SELECT ${columns.join(', ')}`,
      values: [deploymentId],
    });
    return row ?? { involvement: [], participant_group: [], payment: [], influence: [], stage_account: [] };
  }

  /** The involvement's deployment; null when this actor cannot see it. */
  async deploymentOf(actor: Actor, involvementId: Uuid): Promise<Uuid | null> {
    const row = await this.database.row<{ id: Uuid }>(scopeOf(actor), {
      text: 'SELECT deployment_id AS id FROM co_production.involvement WHERE id = $1',
      values: [involvementId],
    });
    return row?.id ?? null;
  }

  /** What this person's groups were asked and have said, newest first. */
  async ofGroups(actor: Actor): Promise<readonly GroupAttestation[]> {
    const permitted = this.access.where(actor, 'attest', Attestation, { alias: 't', after: 1 });
    return this.database.rows<GroupAttestation>(scopeOf(actor), {
      text: `SELECT ${ATTESTATION_COLUMNS}, d.id AS "deploymentId", d.key AS "deploymentKey", d.title AS "deploymentTitle"
        FROM co_production.attestation t
        JOIN organisations.organisation o ON o.id = t.group_id
        JOIN deployments.deployment d ON d.id = t.deployment_id
        WHERE ${permitted.text} ORDER BY t.id DESC LIMIT $1`,
      values: [MOST_OF_A_GROUP, ...permitted.values],
    });
  }

  /** The user-led groups of the register, by name. */
  async groups(actor: Actor): Promise<readonly { readonly id: Uuid; readonly name: string }[]> {
    return this.database.rows<{ id: Uuid; name: string }>(scopeOf(actor), {
      text: `SELECT id, name FROM organisations.organisation
        WHERE type = 'USER_LED_GROUP' AND closed_on IS NULL ORDER BY lower(name) LIMIT ${String(MOST_OF_A_GROUP)}`,
    });
  }
}

const ATTESTATION_COLUMNS = `t.id, t.group_id AS "groupId", o.name AS "groupName", t.stage, t.asked_on AS "askedOn",
  t.reply_by AS "replyBy", t.statement, t.text, t.user_controlled AS "userControlled", t.funded, t.conflict,
  t.paid_by AS "paidBy", t.signed_on AS "signedOn", t.withdrawn_on AS "withdrawnOn",
  t.withdrawn_because AS "withdrawnBecause", t.published`;

const ATTESTATIONS = `(SELECT coalesce(jsonb_agg(to_jsonb(a) ORDER BY a.id), '[]') FROM (
  SELECT ${ATTESTATION_COLUMNS} FROM co_production.attestation t
  JOIN organisations.organisation o ON o.id = t.group_id WHERE t.deployment_id = $1::uuid) a)`;

const ACCOUNTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'stage', s.stage, 'facts', s.facts,
    'told', s.told, 'published', s.published) ORDER BY s.id), '[]')
  FROM co_production.stage_account s WHERE s.deployment_id = $1::uuid)`;

const GROUPS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('experience', g.experience, 'count', g.count,
    'recruitedVia', g.recruited_via, 'countedAsLivedExperience', g.counted_as_lived_experience,
    'includesFounder', g.includes_founder, 'role', g.role, 'vote', g.vote) ORDER BY g.id), '[]')
  FROM co_production.participant_group g WHERE g.involvement_id = i.id)`;

const PAYMENT = `(SELECT jsonb_build_object('outcome', p.outcome, 'policy', p.policy, 'rate', p.rate,
    'offeredToAll', p.offered_to_all, 'paidWithinDays', p.paid_within_days,
    'benefitsAdviceOffered', p.benefits_advice_offered)
  FROM co_production.payment p WHERE p.involvement_id = i.id)`;

const INFLUENCES = `(SELECT coalesce(jsonb_agg(jsonb_build_object('proposal', f.proposal, 'proposedBy', f.proposed_by,
    'decision', f.decision, 'reason', f.reason, 'answeredInWriting', f.answered_in_writing, 'artefact', f.artefact,
    'beforeHash', f.before_hash, 'afterHash', f.after_hash) ORDER BY f.id), '[]')
  FROM co_production.influence f WHERE f.involvement_id = i.id)`;

const INVOLVEMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'stage', i.stage, 'fromDay', i.from_day,
    'toDay', i.to_day, 'question', i.question, 'decisionOpen', i.decision_open, 'decidedOn', i.decided_on,
    'method', i.method, 'ledBy', i.led_by, 'policePresent', i.police_present, 'accessBudget', i.access_budget,
    'namedPeople', i.named_people, 'published', i.published, 'groups', ${GROUPS}, 'payment', ${PAYMENT},
    'influences', ${INFLUENCES}) ORDER BY i.from_day, i.id), '[]')
  FROM co_production.involvement i WHERE i.deployment_id = $1::uuid)`;
