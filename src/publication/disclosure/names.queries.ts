import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Person } from '../../identity/people/person.entity.js';
import { Database } from '../../platform/database/database.js';

const MOST_NAMES = 5000;

/** Names that a result must not hold. They are read only to look for them, and are never shown or stored. */
@Injectable()
export class NamesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Names of people in this service, as far as the actor may know them. */
  async known(actor: Actor): Promise<string[]> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 1 });
    const rows = await this.database.rows<{ name: string }>(scopeOf(actor), {
      text: `SELECT DISTINCT p.name FROM identity.person p WHERE ${permitted.text} LIMIT $1`,
      values: [MOST_NAMES, ...permitted.values],
    });
    return rows.map(({ name }) => name);
  }
}
