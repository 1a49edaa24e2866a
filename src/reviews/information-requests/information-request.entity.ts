import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/**
 * What a reviewer asks of the trust about one criterion, and by when. It does not say which reviewer asks: they are blind to
 * each other, and the log names the same post whoever it was.
 */
@Entity('reviews.information_request')
@Recorded({ kind: 'information-request', log: 'staff', committed: ['asks'], post: 'REVIEWER' })
export class InformationRequest extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  criterion: string;

  @Column('text')
  asks: string;

  @Column('date')
  dueOn: CalendarDay;

  @Column('date')
  askedOn: CalendarDay;
}
