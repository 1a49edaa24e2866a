import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';
import type { Edition } from './edition/edition-schema.js';
import { FrameworkEdition } from './framework-edition.entity.js';

/** One edition in a list. */
export interface EditionRow {
  readonly id: Uuid;
  readonly key: string;
  readonly title: string;
  readonly version: number;
  readonly asAt: string;
  readonly contentHash: string;
  readonly sourceHash: string;
  readonly publishedOn: string;
  readonly criteria: number;
}

/** One edition with all that it asks. */
export interface WholeEdition {
  readonly id: Uuid;
  readonly key: string;
  readonly contentHash: string;
  readonly edition: Edition;
}

const MOST_EDITIONS = 100;

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
    return this.database.rows<EditionRow>(scopeOf(actor), {
      prepared: true,
      text: `SELECT e.id, e.key, e.title, e.version, e.as_at AS "asAt", e.content_hash AS "contentHash",
          e.source_hash AS "sourceHash", e.published_on AS "publishedOn",
          jsonb_array_length(e.content -> 'criteria') AS criteria
        FROM frameworks.edition e WHERE ${permitted.text} ORDER BY e.as_at DESC, e.id DESC LIMIT $1`,
      values: [MOST_EDITIONS, ...permitted.values],
    });
  }

  /** The edition of this id or key; null when there is none. */
  async one(actor: Actor, name: string): Promise<WholeEdition | null> {
    return this.known.get(name) ?? this.keep(await this.find(actor, 'e.id::text = $1 OR e.key = $1', [name]));
  }

  /** The edition whose as-at date is newest; null before the first was published. */
  async newest(actor: Actor): Promise<WholeEdition | null> {
    return this.keep(await this.find(actor, 'TRUE', []));
  }

  private find(actor: Actor, condition: string, given: readonly string[]): Promise<WholeEdition | null> {
    const permitted = this.access.where(actor, 'read', FrameworkEdition, { alias: 'e', after: given.length });
    return this.database.row<WholeEdition>(scopeOf(actor), {
      text: `SELECT e.id, e.key, e.content_hash AS "contentHash", e.content AS edition FROM frameworks.edition e
        WHERE (${condition}) AND ${permitted.text} ORDER BY e.as_at DESC, e.id DESC LIMIT 1`,
      values: [...given, ...permitted.values],
    });
  }

  private keep(found: WholeEdition | null): WholeEdition | null {
    if (found) this.known.set(found.id, found).set(found.key, found);
    return found;
  }
}
