import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../../platform/database/recorded.js';

/** How a disputed naming is decided. */
export const NAMING_OUTCOMES = ['STANDS', 'FALLS'] as const;

/** One way in which it is decided. */
export type NamingOutcome = (typeof NAMING_OUTCOMES)[number];

/** What somebody who did not name the scheme decided of the dispute. Both versions stay beside it for everyone to read. */
@Entity('reviews.naming_decision')
@Recorded({ kind: 'naming-decision', log: 'staff', committed: ['decidedBy'] })
export class NamingDecision extends RecordedEntity {
  @Column('uuid')
  namingId: Uuid;

  @Column('text')
  @OneOf(NAMING_OUTCOMES)
  outcome: NamingOutcome;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
