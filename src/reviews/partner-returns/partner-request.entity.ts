import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That an agency is asked for a return of its own about a scheme, why, and by when. Its silence is for everyone to read. */
@Entity('reviews.partner_request')
@Recorded({ kind: 'partner-request', log: 'staff', committed: [] })
export class PartnerRequest extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  /** The agency: a police force, an ambulance service, a hospital, a commissioner. */
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('date')
  dueOn: CalendarDay;

  @Column('date')
  askedOn: CalendarDay;
}
