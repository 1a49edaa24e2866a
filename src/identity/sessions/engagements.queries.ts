import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { select, sql } from '../../platform/database/selection.js';
import { GATE } from '../actor-scope.js';
import { Engagements, NO_ENGAGEMENTS } from '../engagements.js';

const MOST_REMEMBERED = 500;

/**
 * What people take part in. A lead may take part in thousands of records, so they are read again only when PostgreSQL has
 * given them another version, which it does in the transaction that changes them.
 */
@Injectable()
export class EngagementsQueries {
  private readonly recent = new Map<Uuid, Engagements>();

  constructor(private readonly database: Database) {}

  /** What the person takes part in at this version or a later one; a person without a version never took part in anything. */
  async of(personId: Uuid, version: string | null): Promise<Engagements> {
    if (version === null) return NO_ENGAGEMENTS;
    const known = this.recent.get(personId);
    const engagements = known?.version === version ? known : await this.read(personId);
    this.recent.delete(personId);
    this.recent.set(personId, engagements);
    const [oldest] = this.recent.keys();
    if (this.recent.size > MOST_REMEMBERED && oldest !== undefined) this.recent.delete(oldest);
    return engagements;
  }

  private async read(personId: Uuid): Promise<Engagements> {
    const row = await this.database.row(
      GATE,
      ENGAGED.from('access.engaged_person v WHERE v.person_id = $1', [personId], true),
    );
    if (!row) return NO_ENGAGEMENTS;
    const idsByKind = Object.entries(row.idsByKind).map(([kind, ids]) => [kind, new Set(ids)] as const);
    return new Engagements(row.version, new Map(idsByKind));
  }
}

const ENGAGED = select({
  version: sql<string>('v.version'),
  idsByKind: sql<
    Readonly<Record<string, readonly Uuid[]>>
  >(`(SELECT coalesce(jsonb_object_agg(k.kind, k.ids), '{}')
    FROM (SELECT e.kind, jsonb_agg(e.record_id) AS ids FROM access.engagement e
      WHERE e.person_id = v.person_id GROUP BY e.kind) AS k)`),
});
