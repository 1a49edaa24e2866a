import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a user-led group says against a nil return, for everyone to read beside it. */
@Entity('reviews.nil_challenge')
@Recorded({ kind: 'nil-challenge', log: 'staff', committed: [] })
export class NilChallenge extends RecordedEntity {
  @Column('uuid')
  nilReturnId: Uuid;

  /** The group that challenges. */
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  statement: string;

  @Column('date')
  challengedOn: CalendarDay;
}
