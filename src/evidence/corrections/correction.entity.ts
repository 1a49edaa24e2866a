import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/**
 * What an organisation says against one field of a public entry that is not its own to change. It stands beside what it
 * corrects and replaces nothing; of several about one field the newest is what the organisation says now.
 */
@Entity('evidence.correction')
@Recorded({ kind: 'correction', log: 'staff', committed: [] })
export class Correction extends RecordedEntity {
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: Uuid;

  /** The record on whose page it is shown. */
  @Column('text')
  aboutKind: string;

  @Column('uuid')
  aboutId: Uuid;

  /** The property of the entry that it corrects. */
  @Column('text')
  field: string;

  /** What that should say, in the organisation's words. */
  @Column('text')
  said: string;

  @Column('text')
  reason: string;

  /** The post in which it was said. */
  @Column('text')
  post: string;

  @Column('date')
  correctedOn: CalendarDay;
}
