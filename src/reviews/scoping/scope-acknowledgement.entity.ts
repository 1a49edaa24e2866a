import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That an organisation says it has the request of a round. Until then it has said nothing, and everyone can read that. */
@Entity('reviews.scope_acknowledgement')
@Recorded({ kind: 'scope-acknowledgement', log: 'staff', committed: [] })
export class ScopeAcknowledgement extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('date')
  acknowledgedOn: CalendarDay;
}
