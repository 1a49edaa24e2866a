import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { tableOf, type RecordedClass } from '../../platform/database/recorded.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { Envelope } from '../envelopes/envelope.entity.js';
import { Message } from '../message.entity.js';

const TEXTS_AT_ONCE = 100;

/** The kinds of record that hold a sealed text. */
export const SEALED_KINDS = [Envelope, Message, ConcernRelease] as const;

/** A kind of record that holds a sealed text. */
export type SealedKind = RecordedClass<Envelope | Message | ConcernRelease>;

/** How many texts need a key to be opened. */
export type KeyInUse = RowOf<typeof IN_USE>;

/** Finds which texts are sealed to which keys, for the operator. Nothing here opens any of them. */
@Injectable()
export class SealedTextsQueries {
  constructor(private readonly database: Database) {}

  /** Every key that is needed to open something, and for how many texts. What was erased needs none. */
  keysInUse(): Promise<readonly KeyInUse[]> {
    const sealed = SEALED_KINDS.map(
      (kind) => `SELECT k.key_id FROM ${tableOf(kind)} k WHERE k.sealed_key IS NOT NULL`,
    ).join(' UNION ALL ');
    return this.database.rows(
      scopeOf(OPERATOR),
      IN_USE.from(`(${sealed}) s GROUP BY s.key_id ORDER BY s.key_id`),
    );
  }

  /** Some of the records of a kind whose text is sealed to another key than these, after the one last looked at. */
  async sealedToOthers(
    kind: SealedKind,
    keyIds: readonly string[],
    after: Uuid | null,
  ): Promise<readonly Uuid[]> {
    const rows = await this.database.rows(
      scopeOf(OPERATOR),
      select(columns(kind, 's', 'id')).from(
        `${tableOf(kind)} s WHERE s.sealed_key IS NOT NULL AND s.key_id <> ALL ($1) AND ($2::uuid IS NULL OR s.id > $2)
          ORDER BY s.id LIMIT $3`,
        [keyIds, after, TEXTS_AT_ONCE],
      ),
    );
    return rows.map(({ id }) => id);
  }
}

/** Asks whether a record still holds a text that is sealed to another key than these, and holds on to it. */
export function stillSealedToOther(
  kind: SealedKind,
  id: Uuid,
  keyIds: readonly string[],
): SqlStatement<{ readonly id: Uuid }> {
  return select(columns(kind, 's', 'id')).from(
    `${tableOf(kind)} s WHERE s.id = $1 AND s.sealed_key IS NOT NULL AND s.key_id <> ALL ($2) FOR UPDATE`,
    [id, keyIds],
  );
}

const IN_USE = select({ keyId: sql<string>('s.key_id'), texts: sql<number>('count(*)::integer') });
