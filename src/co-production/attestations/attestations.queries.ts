import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { ATTESTATION, ATTESTATIONS } from '../co-production-view.js';
import { Attestation } from '../record/attestation.entity.js';

const MOST_OFFERED = 200;

/** A group's attestation with the deployment it is about, for the group's own pages. */
export type GroupAttestation = RowOf<typeof OF_GROUP>;

/** A user-led group of the register. */
export type UserLedGroup = RowOf<typeof GROUP>;

/** Several of many things, and whether there are more than these. */
export interface FirstOf<Thing> {
  readonly first: readonly Thing[];
  readonly areMore: boolean;
}

/** Finds a user-led group of the register by its id, for looking inside a transaction. */
export function userLedGroup(id: Uuid): SqlStatement<UserLedGroup> {
  return GROUP.from(`${GROUPS} AND o.id = $1`, [id]);
}

/** Every SELECT about what user-led groups are asked and say; a group reads its own. */
@Injectable()
export class AttestationsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** What this person's groups were asked and have not answered, newest first. */
  async waiting(actor: Actor): Promise<FirstOf<GroupAttestation>> {
    const permitted = this.permitted(actor, 1);
    const from = `${ABOUT_DEPLOYMENTS} WHERE t.statement IS NULL AND ${permitted.text} ORDER BY t.id DESC LIMIT $1`;
    const statement = OF_GROUP.from(from, [MOST_OFFERED + 1, ...permitted.values]);
    return firstOf(await this.database.rows(scopeOf(actor), statement));
  }

  /** A page of what this person's groups have said, what they were asked last first. */
  async answered(actor: Actor, request: PageRequest): Promise<ListPage<GroupAttestation>> {
    const permitted = this.permitted(actor, 2);
    const from = `${ABOUT_DEPLOYMENTS} WHERE t.statement IS NOT NULL AND ($1::uuid IS NULL OR t.id < $1)
      AND ${permitted.text} ORDER BY t.id DESC LIMIT $2`;
    const values = [request.after?.id ?? null, request.limit + 1, ...permitted.values];
    return pageOf(await this.database.rows(scopeOf(actor), LISTED.from(from, values)), request);
  }

  /** One of these; null when it is not of a group of this person. */
  async one(actor: Actor, id: string): Promise<GroupAttestation | null> {
    if (!isId(id)) return null;
    const permitted = this.permitted(actor, 1);
    const from = `${ABOUT_DEPLOYMENTS} WHERE t.id = $1 AND ${permitted.text}`;
    return this.database.row(scopeOf(actor), OF_GROUP.from(from, [id, ...permitted.values]));
  }

  /** The first user-led groups of the register by name. */
  async groups(actor: Actor): Promise<FirstOf<UserLedGroup>> {
    const statement = GROUP.from(`${GROUPS} ORDER BY lower(o.name) LIMIT $1`, [MOST_OFFERED + 1]);
    return firstOf(await this.database.rows(scopeOf(actor), statement));
  }

  /** Those of these organisations that are user-led groups, by name. */
  async groupsAmong(actor: Actor, ids: readonly Uuid[]): Promise<readonly UserLedGroup[]> {
    const statement = GROUP.from(`${GROUPS} AND o.id = ANY ($1::uuid[]) ORDER BY lower(o.name)`, [ids]);
    return this.database.rows(scopeOf(actor), statement);
  }

  private permitted(actor: Actor, after: number) {
    return this.access.where(actor, 'attest', Attestation, { alias: 't', after });
  }
}

const ABOUT_DEPLOYMENTS = `${ATTESTATIONS} JOIN deployments.deployment d ON d.id = t.deployment_id`;

const OF_GROUP = select({
  ...ATTESTATION,
  deploymentId: column(Deployment, 'd', 'id'),
  deploymentKey: column(Deployment, 'd', 'key'),
  deploymentTitle: column(Deployment, 'd', 'title'),
});

const LISTED = OF_GROUP.and({ sort: sql<string>('t.id::text') });

const GROUPS = `organisations.organisation o WHERE o.type = 'USER_LED_GROUP' AND o.closed_on IS NULL
  AND (SELECT v.ended_on IS NULL FROM memberships.voice(o.id) v)`;

const GROUP = select(columns(Organisation, 'o', 'id', 'name'));

function firstOf<Thing>(rows: readonly Thing[]): FirstOf<Thing> {
  return { first: rows.slice(0, MOST_OFFERED), areMore: rows.length > MOST_OFFERED };
}
