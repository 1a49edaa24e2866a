import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Unavailable } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { column, columns, select, sql, type RowOf } from '../platform/database/selection.js';
import { editionHash } from './edition/edition-hash.js';
import { FrameworkEdition } from './framework-edition.entity.js';

const EDITION_ROW = select({
  ...columns(FrameworkEdition, 'e', 'id', 'key', 'title', 'version', 'asAt'),
  ...columns(FrameworkEdition, 'e', 'contentHash', 'sourceHash', 'publishedOn'),
  ...columns(FrameworkEdition, 'e', 'proposedAs', 'publishedAs'),
  criteria: sql<number>("jsonb_array_length(e.content -> 'criteria')"),
});

const WHOLE_EDITION = select({
  ...columns(FrameworkEdition, 'e', 'id', 'key', 'contentHash'),
  edition: column(FrameworkEdition, 'e', 'content'),
});

const NEWEST = select(columns(FrameworkEdition, 'e', 'id'));

/** Those whose as-at date is still to come stand last. */
const NEWEST_FIRST = 'ORDER BY e.as_at > current_date, e.as_at DESC, e.id DESC';

/** One edition in a list. */
export type EditionRow = RowOf<typeof EDITION_ROW>;

/** One edition with all that it asks. */
export type WholeEdition = RowOf<typeof WHOLE_EDITION>;

const MOST_EDITIONS = 100;
const ALTERED =
  'What is stored is not the edition that was published: its SHA-256 is another. It is not given out. Tell an administrator.';

/** Every SELECT about framework editions. An edition never changes, so what was read once is kept in memory. */
@Injectable()
export class FrameworksQueries {
  private readonly known = new Map<Uuid, WholeEdition>();

  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Every edition, newest first. */
  list(actor: Actor): Promise<EditionRow[]> {
    const permitted = this.access.where(actor, 'read', FrameworkEdition, { alias: 'e', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      EDITION_ROW.from(
        `frameworks.edition e WHERE ${permitted.text} ORDER BY e.as_at DESC, e.id DESC LIMIT $1`,
        [MOST_EDITIONS, ...permitted.values],
        true,
      ),
    );
  }

  /** The edition of this id or key; null when there is none. */
  async one(actor: Actor, name: string): Promise<WholeEdition | null> {
    return this.known.get(name) ?? this.keep(await this.find(actor, 'e.id::text = $1 OR e.key = $1', [name]));
  }

  /** The edition whose as-at date is the newest that has come; null before the first was published. Which it is, is asked; what it says is hashed once. */
  async newest(actor: Actor): Promise<WholeEdition | null> {
    const permitted = this.access.where(actor, 'read', FrameworkEdition, { alias: 'e', after: 0 });
    const found = await this.database.row(
      scopeOf(actor),
      NEWEST.from(
        `frameworks.edition e WHERE ${permitted.text} ${NEWEST_FIRST} LIMIT 1`,
        permitted.values,
        true,
      ),
    );
    return found && this.one(actor, found.id);
  }

  private find(actor: Actor, condition: string, given: readonly string[]): Promise<WholeEdition | null> {
    const permitted = this.access.where(actor, 'read', FrameworkEdition, { alias: 'e', after: given.length });
    return this.database.row(
      scopeOf(actor),
      WHOLE_EDITION.from(
        `frameworks.edition e
        WHERE (${condition}) AND ${permitted.text}
        ${NEWEST_FIRST} LIMIT 1`,
        [...given, ...permitted.values],
      ),
    );
  }

  /** @throws Unavailable when the content is not what its hash says: it was changed past Candour. */
  private keep(found: WholeEdition | null): WholeEdition | null {
    if (found && editionHash(found.edition) !== found.contentHash) throw new Unavailable(ALTERED);
    if (found) this.known.set(found.id, found).set(found.key, found);
    return found;
  }
}
