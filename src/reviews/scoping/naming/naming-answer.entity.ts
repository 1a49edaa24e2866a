import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../../platform/database/recorded.js';

/** What a trust can answer where a scheme is named for it. */
export const NAMING_ANSWERS = ['OURS', 'DISPUTED'] as const;

/** One such answer. */
export type AnswerToNaming = (typeof NAMING_ANSWERS)[number];

/** What the trust says of a scheme that was named for it: that it is its own, or why it is not. It stands beside the naming. */
@Entity('reviews.naming_answer')
@Recorded({ kind: 'naming-answer', log: 'staff', committed: ['answeredBy'] })
export class NamingAnswer extends RecordedEntity {
  @Column('uuid')
  namingId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(NAMING_ANSWERS)
  says: AnswerToNaming;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('uuid')
  answeredBy: Uuid;

  @Column('date')
  answeredOn: CalendarDay;
}
