import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a trust is to do after a published result: which post owns it, by when, and what will show that it was done. */
@Entity('publication.action')
@Recorded({ kind: 'action', log: 'staff', committed: ['addedBy'] })
export class Action extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  /** The trust that is to do it. */
  @Column('uuid')
  organisationId: Uuid;

  /** The criterion it follows from; null for the result as a whole. */
  @Column('text', { nullable: true })
  criterion: string | null;

  @Column('text')
  what: string;

  /** The post that owns it, never a person's name. */
  @Column('text')
  ownerPost: string;

  @Column('date')
  dueOn: CalendarDay;

  @Column('text')
  evidenceNeeded: string;

  @Column('uuid')
  addedBy: Uuid;

  @Column('date')
  addedOn: CalendarDay;
}
