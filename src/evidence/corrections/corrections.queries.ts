import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NotFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';

/** What a record that can be corrected is, as the view of PostgreSQL says it, which is `c`. */
export const CORRECTABLE = select({
  kind: sql<string>('c.kind'),
  id: sql<Uuid>('c.id'),
  aboutKind: sql<string>('c.about_kind'),
  aboutId: sql<Uuid>('c.about_id'),
  organisationId: sql<Uuid | null>('c.organisation_id'),
  published: sql<boolean>('c.published'),
  sourced: sql<boolean>('c.sourced'),
  called: sql<string>('c.called'),
});

/** A record that can be corrected. */
export type Correctable = RowOf<typeof CORRECTABLE>;

/** Where the record of this kind and id stands, for `CORRECTABLE.from`. */
export const ONE_CORRECTABLE = 'evidence.correctable c WHERE c.kind = $1 AND c.id = $2';

/** Every SELECT about what can be corrected. */
@Injectable()
export class CorrectionsQueries {
  constructor(private readonly database: Database) {}

  /**
   * The record, as this actor may see it; row-level security hides the others.
   * @throws NotFound when there is none for them.
   */
  async correctable(actor: Actor, { kind, id }: RecordRef): Promise<Correctable> {
    const found = isId(id)
      ? await this.database.row(scopeOf(actor), CORRECTABLE.from(ONE_CORRECTABLE, [kind, id]))
      : null;
    if (!found) throw new NotFound();
    return found;
  }
}
