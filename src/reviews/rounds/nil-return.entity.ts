import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** An organisation's signed answer that it has no such scheme, with every name it looked for, where, and by which post. */
@Entity('reviews.nil_return')
@Recorded({ kind: 'nil-return', log: 'staff', committed: ['signedBy'] })
export class NilReturn extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text', { array: true })
  namesSearched: readonly string[];

  @Column('text', { array: true })
  placesSearched: readonly string[];

  /** The post that searched, never a person's name. */
  @Column('text')
  searchedBy: string;

  @Column('uuid')
  signedBy: Uuid;

  @Column('date')
  signedOn: CalendarDay;
}
