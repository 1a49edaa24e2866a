import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../../platform/database/recorded.js';

/** That a scheme which only sources know is taken to be this organisation's in a round, and why. The organisation is asked by it. */
@Entity('reviews.scheme_naming')
@Recorded({ kind: 'scheme-naming', log: 'staff', committed: ['namedBy'] })
export class SchemeNaming extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  /** The organisation that is named for it. */
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('uuid')
  namedBy: Uuid;

  @Column('date')
  namedOn: CalendarDay;
}
