import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { Credential, type CredentialMethod } from '../identity/people/credential.entity.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { SqlStatement } from '../platform/database/database.js';
import { columns, select, type RowOf } from '../platform/database/selection.js';

/** Which ways to sign in somebody has; never the secrets. */
@Injectable()
export class CredentialsQueries {
  constructor(private readonly access: Access) {}

  /** Finds a person's credentials of these methods that have not ended; for looking inside a transaction. */
  live(actor: Actor, personId: Uuid, methods: readonly CredentialMethod[]): SqlStatement<RowOf<typeof ID>> {
    const permitted = this.access.where(actor, 'read', Credential, { alias: 'c', after: 2 });
    const from = `identity.credential c
      WHERE c.person_id = $1 AND c.method = ANY ($2) AND c.ended_on IS NULL AND ${permitted.text} ORDER BY c.id`;
    return ID.from(from, [personId, methods, ...permitted.values]);
  }
}

const ID = select(columns(Credential, 'c', 'id'));
