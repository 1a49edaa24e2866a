import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Database } from '../platform/database/database.js';

/** What of a concern is still sealed and can be destroyed. */
export interface SealedRecords {
  readonly envelopes: readonly Uuid[];
  readonly messages: readonly Uuid[];
  readonly releases: readonly Uuid[];
}

/** Finds what there is to erase, for the operator. */
@Injectable()
export class ErasureQueries {
  constructor(private readonly database: Database) {}

  /** The ids of everything about the concern that still holds a wrapped key. */
  async sealed(concernId: Uuid): Promise<SealedRecords> {
    const [envelopes = [], messages = [], releases = []] = await this.database.rowsOfEach<{ id: Uuid }>(
      scopeOf(OPERATOR),
      ['envelope', 'message', 'release'].map((table) => ({
        text: `SELECT id FROM concerns.${table} WHERE concern_id = $1 AND sealed_key IS NOT NULL`,
        values: [concernId],
      })),
    );
    const ids = (rows: readonly { id: Uuid }[]): Uuid[] => rows.map(({ id }) => id);
    return { envelopes: ids(envelopes), messages: ids(messages), releases: ids(releases) };
  }
}
