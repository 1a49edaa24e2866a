import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Person } from '../../identity/people/person.entity.js';
import { Database } from '../../platform/database/database.js';
import { columns, select } from '../../platform/database/selection.js';

/** Names that a result must not hold. They are read only to look for them, and are never shown or stored. */
@Injectable()
export class NamesQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The name of everybody in this service whom the actor may know of, however many they are. */
  async known(actor: Actor): Promise<string[]> {
    const permitted = this.access.where(actor, 'read', Person, { alias: 'p', after: 0 });
    const statement = NAME.within(
      (list) => `SELECT DISTINCT ${list} FROM identity.person p WHERE ${permitted.text}`,
      permitted.values,
    );
    const rows = await this.database.rows(scopeOf(actor), statement);
    return rows.map(({ name }) => name);
  }
}

const NAME = select(columns(Person, 'p', 'name'));
