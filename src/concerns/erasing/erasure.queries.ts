import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import type { RecordedClass } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { Envelope } from '../envelopes/envelope.entity.js';
import { Message } from '../message.entity.js';
import { ConcernRelease } from '../concern-release.entity.js';

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
    const [envelopes, messages, releases] = await this.database.rowsOfEach(scopeOf(OPERATOR), [
      sealed(Envelope, 'envelope', concernId),
      sealed(Message, 'message', concernId),
      sealed(ConcernRelease, 'release', concernId),
    ]);
    const ids = (rows: readonly { id: Uuid }[]): Uuid[] => rows.map(({ id }) => id);
    return { envelopes: ids(envelopes), messages: ids(messages), releases: ids(releases) };
  }
}

function sealed(
  kind: RecordedClass<Envelope | Message | ConcernRelease>,
  table: string,
  concernId: Uuid,
): SqlStatement<{ readonly id: Uuid }> {
  return select(columns(kind, 'c', 'id')).from(
    `concerns.${table} c WHERE c.concern_id = $1 AND c.sealed_key IS NOT NULL`,
    [concernId],
  );
}
