import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { tableOf, type RecordedClass } from '../../platform/database/recorded.js';
import { columns, select, type RowOf } from '../../platform/database/selection.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { Concern } from '../concern.entity.js';
import { Envelope } from '../envelopes/envelope.entity.js';
import { Message } from '../message.entity.js';

const CONCERNS_AT_ONCE = 100;

/** Concerns whose time is over: those withdrawn longer ago than they are kept, after the one last looked at. */
export interface DueConcerns {
  /** How long they are kept after they were withdrawn, as PostgreSQL reads an interval: `2 years`. */
  readonly keptFor: string;
  readonly today: CalendarDay;
  readonly after: Uuid | null;
}

/** Finds what there is to erase, for the operator. */
@Injectable()
export class ErasureQueries {
  constructor(private readonly database: Database) {}

  /** The concern with this reference; null when there is none. */
  async withReference(reference: string): Promise<Uuid | null> {
    const statement = CONCERN_ID.from('concerns.concern c WHERE c.reference = $1', [reference]);
    const row = await this.database.row(scopeOf(OPERATOR), statement);
    return row?.id ?? null;
  }

  /** Some of the concerns whose time is over and of which something is still sealed, in the order of their ids. */
  async due({ keptFor, today, after }: DueConcerns): Promise<readonly Uuid[]> {
    const stillSealed = [Envelope, Message, ConcernRelease]
      .map(
        (kind) =>
          `EXISTS (SELECT FROM ${tableOf(kind)} s WHERE s.concern_id = c.id AND s.sealed_key IS NOT NULL)`,
      )
      .join(' OR ');
    const rows = await this.database.rows(
      scopeOf(OPERATOR),
      CONCERN_ID.from(
        `concerns.concern c WHERE c.withdrawn_on + $1::interval < $2::date AND ($3::uuid IS NULL OR c.id > $3)
          AND (${stillSealed}) ORDER BY c.id LIMIT $4`,
        [keptFor, today, after, CONCERNS_AT_ONCE],
      ),
    );
    return rows.map(({ id }) => id);
  }
}

/** Asks for the records of a kind about the concern that still hold a wrapped key. */
export function stillSealed(
  kind: RecordedClass<Envelope | Message | ConcernRelease>,
  concernId: Uuid,
): SqlStatement<RowOf<typeof CONCERN_ID>> {
  return select(columns(kind, 's', 'id')).from(
    `${tableOf(kind)} s WHERE s.concern_id = $1 AND s.sealed_key IS NOT NULL`,
    [concernId],
  );
}

const CONCERN_ID = select(columns(Concern, 'c', 'id'));
