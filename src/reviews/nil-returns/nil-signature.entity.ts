import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** The second signature under a nil return: the executive's, who is somebody else than who signed first. */
@Entity('reviews.nil_signature')
@Recorded({ kind: 'nil-signature', log: 'staff', committed: ['signedBy'] })
export class NilSignature extends RecordedEntity {
  @Column('uuid')
  nilReturnId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('uuid')
  signedBy: Uuid;

  @Column('date')
  signedOn: CalendarDay;
}
