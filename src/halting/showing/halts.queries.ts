import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { HALT_COLUMNS, HALTS } from '../../deployments/life-cycle/halts/halt-view.js';
import { haltWithState, type StandingHalt } from '../../deployments/life-cycle/halts/told-halt.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Clock } from '../../kernel/clock.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { everyPage, pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import {
  column,
  columns,
  jsonObject,
  jsonObjectOrNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';

const ROW = select({
  ...HALT_COLUMNS,
  ...columns(Halt, 'h', 'deploymentId', 'leadOrganisationId', 'published'),
  scheme: jsonObject(columns(Deployment, 'd', 'key', 'title', 'area', 'stateCode', 'fictional')),
  trust: jsonObjectOrNull(columns(Organisation, 'o', 'key', 'name'), 'o.id'),
  orderedFor: column(Halt, 'h', 'organisationId'),
});

const FOUND = `(${HALTS}) JOIN deployments.deployment d ON d.id = h.deployment_id
  LEFT JOIN organisations.organisation o ON o.id = h.lead_organisation_id`;

/** What the checks and the lift of each order come to, as `standingOfHalt` judges them. */
const JUDGED = `${FOUND} CROSS JOIN LATERAL (SELECT bool_or(s.kind = 'lifted') AS lifted,
    (array_agg(s.finding ORDER BY s.seq DESC) FILTER (WHERE s.finding <> 'cannot-tell'))[1] AS last,
    (array_agg(s.finding ORDER BY s.seq DESC) FILTER (WHERE s.finding <> 'cannot-tell' AND s.side <> 'TRUST'))[1] AS outside
  FROM deployments.halt_step s WHERE s.halt_id = h.id) AS k`;

/** Those whose day passed without effect come first, the longest ago first; then those that run, are in effect, and were lifted. */
const TURN = `(CASE WHEN k.lifted THEN '3' WHEN k.last = 'in-effect' AND k.outside IS DISTINCT FROM 'not-in-effect' THEN '2'
  WHEN h.effective_on < $1::date THEN '0' ELSE '1' END || h.effective_on::text)`;

const LISTED = ROW.and({ sort: sql<string>(TURN) });

const ROWS_AT_ONCE = 200;

/** One order to halt with its scheme and where it stands. */
export type HaltRow = RowOf<typeof ROW> & StandingHalt;

/** What a list of orders may be narrowed to. */
export interface HaltFilter {
  /** The key of a scheme. */
  readonly scheme?: string | undefined;
}

/** Where a page about an order stands: under the key or id of its scheme. */
export interface HaltAddress {
  readonly key: string;
  readonly id: Uuid;
}

/** Every SELECT about orders to halt. */
@Injectable()
export class HaltsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** A page of orders: those that are overdue first. */
  async list(actor: Actor, { scheme }: HaltFilter, request: PageRequest): Promise<ListPage<HaltRow>> {
    const today = this.clock.today();
    const permitted = this.access.where(actor, 'read', Halt, { alias: 'h', after: 5 });
    const rows = LISTED.from(
      `${JUDGED} WHERE ($2::text IS NULL OR d.key = $2)
          AND ($3::text IS NULL OR (${TURN}, h.id) > ($3, $4::uuid)) AND ${permitted.text}
        ORDER BY ${TURN}, h.id LIMIT $5`,
      [
        today,
        scheme ?? null,
        request.after?.sort ?? null,
        request.after?.id ?? null,
        request.limit + 1,
        ...permitted.values,
      ],
      true,
    );
    const { items, next } = pageOf(await this.database.rows(scopeOf(actor), rows), request);
    return { items: items.map((row) => haltWithState(row, today)), next };
  }

  /** Every order, or every one about a scheme, read page by page. */
  all(actor: Actor, filter: HaltFilter): AsyncGenerator<HaltRow> {
    return everyPage(ROWS_AT_ONCE, (request) => this.list(actor, filter, request));
  }

  /** One order under the address of its scheme, by key or id. @throws NotFound when there is none for this actor, or it is another scheme's. */
  async under(actor: Actor, scheme: string, id: Uuid): Promise<HaltRow> {
    const halt = await this.one(actor, id);
    if (halt.scheme.key !== scheme && halt.deploymentId !== scheme) throw new NotFound();
    return halt;
  }

  /** One order. @throws NotFound when there is none for this actor. */
  async one(actor: Actor, id: Uuid): Promise<HaltRow> {
    const permitted = this.access.where(actor, 'read', Halt, { alias: 'h', after: 1 });
    const found = isId(id)
      ? await this.database.row(
          scopeOf(actor),
          ROW.from(`${FOUND} WHERE h.id = $1 AND ${permitted.text}`, [id, ...permitted.values], true),
        )
      : null;
    if (found === null) throw new NotFound();
    return haltWithState(found, this.clock.today());
  }
}
