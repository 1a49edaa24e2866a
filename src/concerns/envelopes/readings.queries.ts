import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { Database } from '../../platform/database/database.js';
import type { ConcernReading } from './concern-reading.entity.js';

/** Whether somebody's reading of a concern is noted. */
@Injectable()
export class ReadingsQueries {
  constructor(private readonly database: Database) {}

  /** True when this person's reading of this concern or release on this day has been committed. */
  async isNoted(
    actor: Actor,
    reading: Pick<ConcernReading, 'concernId' | 'releaseId' | 'personId' | 'day'>,
  ): Promise<boolean> {
    const row = await this.database.row(scopeOf(actor), {
      prepared: true,
      text: `SELECT FROM concerns.reading WHERE concern_id = $1 AND release_id IS NOT DISTINCT FROM $2
        AND person_id = $3 AND day = $4`,
      values: [reading.concernId, reading.releaseId, reading.personId, reading.day],
    });
    return row !== null;
  }
}
