import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a user-led group says about a scheme under review or one of its criteria, printed as it stands and never edited. */
@Entity('reviews.statement')
@Recorded({ kind: 'statement', log: 'staff', committed: ['text', 'statedBy'] })
export class Statement extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  /** The code of the criterion that it is about; null for the whole scheme. */
  @Column('text', { nullable: true })
  criterion: string | null;

  @Column('text')
  text: string;

  @Column('uuid')
  statedBy: Uuid;

  @Column('date')
  statedOn: CalendarDay;
}
