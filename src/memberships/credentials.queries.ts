import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { Credential, type CredentialMethod } from '../identity/people/credential.entity.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';

/** Which ways to sign in somebody has; never the secrets. */
@Injectable()
export class CredentialsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The ids of a person's credentials of these methods that have not ended. */
  async live(actor: Actor, personId: Uuid, methods: readonly CredentialMethod[]): Promise<Uuid[]> {
    const permitted = this.access.where(actor, 'read', Credential, { alias: 'c', after: 2 });
    const rows = await this.database.rows<{ id: Uuid }>(scopeOf(actor), {
      text: `SELECT c.id FROM identity.credential c
        WHERE c.person_id = $1 AND c.method = ANY ($2) AND c.ended_on IS NULL AND ${permitted.text} ORDER BY c.id`,
      values: [personId, methods, ...permitted.values],
    });
    return rows.map(({ id }) => id);
  }
}
