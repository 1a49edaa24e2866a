import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** How a trust answers a request for information. */
export const INFORMATION_GIVEN = ['GIVEN', 'NOT_HELD', 'REFUSED'] as const;

/** One such way. */
export type InformationGiven = (typeof INFORMATION_GIVEN)[number];

/** What the trust answers to one request. It stands beside the answer that was submitted, which stays as it was. */
@Entity('reviews.information_answer')
@Recorded({ kind: 'information-answer', log: 'staff', committed: ['answer', 'answeredBy'] })
export class InformationAnswer extends RecordedEntity {
  @Column('uuid')
  requestId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(INFORMATION_GIVEN)
  gives: InformationGiven;

  @Column('text')
  answer: string;

  @Column('uuid', { array: true })
  evidenceIds: readonly Uuid[];

  @Column('uuid')
  answeredBy: Uuid;

  @Column('date')
  answeredOn: CalendarDay;
}
