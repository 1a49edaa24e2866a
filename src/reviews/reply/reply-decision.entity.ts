import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** Whether a point of reply was accepted, with reasons, by somebody who did not score the review. */
@Entity('reviews.reply_decision')
@Recorded({ kind: 'reply-decision', log: 'staff', committed: ['accepted', 'reasons', 'decidedBy'] })
export class ReplyDecision extends RecordedEntity {
  @Column('uuid')
  replyId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  criterion: string;

  @Column('boolean')
  accepted: boolean;

  @Column('text')
  reasons: string;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
