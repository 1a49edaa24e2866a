import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { columns, select, type RowOf } from '../../platform/database/selection.js';
import { ConcernReading } from './concern-reading.entity.js';

/** What makes two readings one: the same concern or release, the same person, the same day. */
export type NotedReading = Pick<ConcernReading, 'concernId' | 'releaseId' | 'personId' | 'day'>;

/** Whether somebody's reading of a concern is noted. */
@Injectable()
export class ReadingsQueries {
  constructor(private readonly database: Database) {}

  /** True when this person's reading of this concern or release on this day has been committed. */
  async isNoted(actor: Actor, reading: NotedReading): Promise<boolean> {
    return (await this.database.row(scopeOf(actor), sameReading(reading))) !== null;
  }
}

/** Asks for the note of this reading. */
export function sameReading({
  concernId,
  releaseId,
  personId,
  day,
}: NotedReading): SqlStatement<RowOf<typeof NOTED>> {
  return NOTED.from(
    `concerns.reading s WHERE s.concern_id = $1 AND s.release_id IS NOT DISTINCT FROM $2 AND s.person_id = $3
      AND s.day = $4`,
    [concernId, releaseId, personId, day],
    true,
  );
}

/** Waits for the turn of this person, who may have opened the same in two windows, until the transaction ends. */
export function turnOfReader({ personId }: NotedReading): SqlStatement {
  return {
    text: "SELECT pg_advisory_xact_lock(hashtextextended('reads a concern ' || $1::text, 0))",
    values: [personId],
  };
}

const NOTED = select(columns(ConcernReading, 's', 'day'));
