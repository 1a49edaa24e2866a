import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  recordedKind,
  type RecordedClass,
  type RecordedEntity,
  type Stored,
} from '../../platform/database/recorded.js';
import { select, sql, type Column, type RowOf } from '../../platform/database/selection.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { DeploymentPlace } from '../deployment-place.entity.js';
import { Deployment } from '../deployment.entity.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { Halt } from '../life-cycle/steps/halt.entity.js';
import { Transition } from '../life-cycle/steps/transition.entity.js';
import { Screening } from '../screening/classification/screening.entity.js';

const PARTS = select({
  schemes: stood(Deployment, '$2'),
  names: stood(DeploymentName, '$3'),
  agencies: stood(DeploymentAgency, '$4'),
  places: stood(DeploymentPlace, '$5'),
  claims: stood(Claim, '$6'),
  screenings: stood(Screening, '$7'),
  transitions: stood(Transition, '$8'),
  halts: stood(Halt, '$9'),
  publicSince: sql<CalendarDay | null>("ledger.public_since('deployment', ($2::uuid[])[1])::text"),
});

const ORGANISATIONS = select({ held: stood(Organisation, '$2') });

/** The records of a scheme as they stood on a day, for everyone; empty lists where nothing of it was public. */
export type StoodRecords = RowOf<typeof PARTS> & { readonly organisations: readonly Stored<Organisation>[] };

/** Reads from the log what everyone could read on a day; nothing that was a draft then. */
@Injectable()
export class StoodQueries {
  constructor(private readonly database: Database) {}

  /** The scheme, its parts and the organisations that it named, at the end of the day. */
  async on(actor: Actor, detail: DeploymentDetail, day: CalendarDay): Promise<StoodRecords | null> {
    const { names, agencies, places, claims, screenings, transitions, halts } = detail;
    const parts = [names, agencies, places, claims, screenings, transitions, halts];
    const ids = parts.map((records: readonly { readonly id: Uuid }[]) => records.map(({ id }) => id));
    const found = await this.database.row(
      scopeOf(actor),
      PARTS.within((list) => `SELECT ${list}`, [day, [detail.id], ...ids]),
    );
    if (found === null) return null;
    const named = [...found.schemes.map(({ leadOrganisationId }) => leadOrganisationId)];
    const took = found.agencies.map(({ organisationId }) => organisationId);
    const organisations = [...named, ...took].filter((id) => id !== null);
    const known = await this.database.row(
      scopeOf(actor),
      ORGANISATIONS.within((list) => `SELECT ${list}`, [day, organisations]),
    );
    return { ...found, organisations: known?.held ?? [] };
  }
}

/** The records of a kind with these ids as they stood on the day `$1`: whole, as their events hold them. */
function stood<T extends RecordedEntity>(kind: RecordedClass<T>, ids: string): Column<readonly Stored<T>[]> {
  return sql(`(SELECT coalesce(jsonb_agg(s.record ORDER BY s.id), '[]')
    FROM ledger.stood_in_public('${recordedKind(kind).kind}', ${ids}::uuid[], $1::date) s)`);
}
