import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That a promised date of a round moved, and the reason everyone can read. It is only ever added. */
@Entity('reviews.round_date_change')
@Recorded({ kind: 'round-date-change', log: 'staff', committed: [] })
export class RoundDateChange extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  /** The column of the date: `self_review_due`, `scoring_due` or `publication_date`. */
  @Column('text')
  which: string;

  @Column('date')
  was: CalendarDay;

  @Column('date')
  becomes: CalendarDay;

  @Column('text')
  reason: string;

  @Column('date')
  decidedOn: CalendarDay;
}
