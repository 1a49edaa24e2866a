import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a user-led group says about a scheme under review, printed as it stands and never edited. */
@Entity('reviews.statement')
@Recorded({ kind: 'statement', log: 'staff', committed: ['text', 'statedBy'] })
export class Statement extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  text: string;

  @Column('uuid')
  statedBy: Uuid;

  @Column('date')
  statedOn: CalendarDay;
}
