import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That proposed panels were accepted as a whole: everybody on them is assigned in the same act. */
@Entity('reviews.panel_acceptance')
@Recorded({ kind: 'panel-acceptance', log: 'staff', committed: ['acceptedBy'] })
export class PanelAcceptance extends RecordedEntity {
  @Column('uuid')
  proposalId: Uuid;

  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  acceptedBy: Uuid;

  @Column('date')
  acceptedOn: CalendarDay;
}
