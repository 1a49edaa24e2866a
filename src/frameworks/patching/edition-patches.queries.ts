import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { column, columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { EditionPatch } from './edition-patch.entity.js';

const PUBLISHED = select(columns(EditionPatch, 'p', 'id', 'reworded', 'note', 'proposedOn', 'decidedOn'));

const PATCH = select({
  ...columns(EditionPatch, 'p', 'id', 'editionId', 'reworded', 'note', 'proposedOn', 'outcome', 'decidedOn'),
  ...columns(EditionPatch, 'p', 'reason'),
  key: column(FrameworkEdition, 'e', 'key'),
  own: sql<boolean>('p.proposed_by IS NOT DISTINCT FROM $1::uuid'),
});

const MOST_SHOWN = 50;

/** A published patch as everyone reads it. */
export type PublishedPatch = RowOf<typeof PUBLISHED>;

/** A patch as administrators read it; `own` is true for whoever proposed it. */
export type PatchRow = RowOf<typeof PATCH>;

/** Every SELECT about editorial patches. */
@Injectable()
export class EditionPatchesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The newest fifty published patches of an edition; the first of them counts. */
  published(actor: Actor, editionId: Uuid): Promise<PublishedPatch[]> {
    const permitted = this.access.where(actor, 'read', EditionPatch, { alias: 'p', after: 2 });
    const from = `frameworks.edition_patch p WHERE p.edition_id = $1 AND p.outcome = 'published' AND ${permitted.text}
      ORDER BY p.decided_on DESC, p.id DESC LIMIT $2`;
    return this.database.rows(
      scopeOf(actor),
      PUBLISHED.from(from, [editionId, MOST_SHOWN, ...permitted.values], true),
    );
  }

  /** The newest fifty patches of any edition, those that wait first; for administrators and auditors. */
  list(actor: Actor): Promise<PatchRow[]> {
    return this.database.rows(
      scopeOf(actor),
      this.where(
        actor,
        { condition: '$2 = $2', given: 'any' },
        `ORDER BY p.outcome IS NOT NULL, p.id DESC LIMIT ${String(MOST_SHOWN)}`,
      ),
    );
  }

  /** One patch; null when there is none that the actor may read. */
  async one(actor: Actor, id: Uuid): Promise<PatchRow | null> {
    return isId(id)
      ? this.database.row(scopeOf(actor), this.where(actor, { condition: 'p.id::text = $2', given: id }))
      : null;
  }

  private where(
    actor: Actor,
    { condition, given }: { readonly condition: string; readonly given: string },
    order = '',
  ): SqlStatement<PatchRow> {
    const permitted = this.access.where(actor, 'read', EditionPatch, { alias: 'p', after: 2 });
    return PATCH.from(
      `frameworks.edition_patch p JOIN frameworks.edition e ON e.id = p.edition_id
        WHERE (${condition}) AND ${permitted.text} ${order}`,
      [actor.personId, given, ...permitted.values],
    );
  }
}
