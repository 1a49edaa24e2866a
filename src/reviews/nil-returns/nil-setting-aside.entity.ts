import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That a nil return counts no more, and why. The return, its challenges and this stay for everyone to read. */
@Entity('reviews.nil_setting_aside')
@Recorded({ kind: 'nil-setting-aside', log: 'staff', committed: [] })
export class NilSettingAside extends RecordedEntity {
  @Column('uuid')
  nilReturnId: Uuid;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  @Column('date')
  setAsideOn: CalendarDay;
}
