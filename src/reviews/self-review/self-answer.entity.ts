import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/**
 * What a trust says about one criterion, with its evidence. It is only ever added; the newest counts. The score the
 * trust gives itself is a record of its own, because reviewers may read this and not that.
 */
@Entity('reviews.self_answer')
@Recorded({ kind: 'self-answer', log: 'staff', committed: ['reason', 'answeredBy'] })
export class SelfAnswer extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  criterion: string;

  /** 1 for the first answer to the criterion, and one more for each that follows; after a move it counts on from all. */
  @Column('integer')
  seq: number;

  @Column('text')
  reason: string;

  @Column('uuid', { array: true })
  evidenceIds: readonly Uuid[];

  /** The move of the round since which it is given; null for what it was opened with. */
  @Column('uuid', { nullable: true })
  editionMoveId: Uuid | null;

  @Column('uuid')
  answeredBy: Uuid;

  @Column('date')
  answeredOn: CalendarDay;
}
