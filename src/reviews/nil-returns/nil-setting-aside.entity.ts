import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That a nil return counts no more, and why. The return, its challenges and this stay for everyone to read. */
@Entity('reviews.nil_setting_aside')
@Recorded({ kind: 'nil-setting-aside', log: 'staff', committed: ['proposedBy', 'setAsideBy'] })
export class NilSettingAside extends RecordedEntity {
  @Column('uuid')
  nilReturnId: Uuid;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  /** What one person proposed and another agreed to. Null in all three where it was set aside before that took two. */
  @Column('uuid', { nullable: true })
  proposalId: Uuid | null;

  @Column('uuid', { nullable: true })
  proposedBy: Uuid | null;

  @Column('uuid', { nullable: true })
  setAsideBy: Uuid | null;

  @Column('date')
  setAsideOn: CalendarDay;
}
