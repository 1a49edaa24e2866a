import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That an edition of the register's files was loaded, and what it came to: what is newer is known by it. It never changes. */
@Entity('deployments.register_load')
@Recorded({ kind: 'register-load', log: 'staff', committed: [] })
export class RegisterLoad extends RecordedEntity {
  /** The day on which the files were last compiled, as they say. */
  @Column('date')
  edition: CalendarDay;

  /** SHA-256 over the SHA-256 of each file, in hexadecimal. */
  @Column('text')
  filesHash: string;

  /** The names of the files. */
  @Column('text', { array: true })
  files: string[];

  @Column('integer')
  added: number;

  @Column('integer')
  corrected: number;

  /** How many facts were left as they are, because what the register says is newer or its trust's own. */
  @Column('integer')
  leftAlone: number;

  @Column('date')
  loadedOn: CalendarDay;
}
