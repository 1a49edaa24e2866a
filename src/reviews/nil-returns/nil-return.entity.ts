import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** A scheme that stands in the register for the trust, and why the trust says that it is not such a scheme. */
export interface NotSuchAScheme {
  readonly deploymentId: Uuid;
  readonly why: string;
}

/**
 * An organisation's signed answer that it has no such scheme, with every name it looked for, where, and by which post. It
 * counts when the executive signed it too; everyone reads it.
 */
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

  /** Every scheme of the trust in the register, with why it is none. */
  @Column('jsonb')
  notSchemes: readonly NotSuchAScheme[];

  @Column('uuid')
  signedBy: Uuid;

  @Column('date')
  signedOn: CalendarDay;
}
