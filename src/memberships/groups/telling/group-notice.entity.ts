import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../../platform/database/recorded.js';

/** What a group is told of. */
export const GROUP_NOTICES = [
  'first-member',
  'member-added',
  'member-ended',
  'member-left',
  'group-ended',
  'ended-by-operator',
  'suspended',
  'readmitted',
  'account-opened',
  'contact-added',
  'contact-ended',
] as const;

/** One thing that a group is told of. */
export type GroupNoticeAbout = (typeof GROUP_NOTICES)[number];

/** That a group was told of something done to its voice: everyone reads what and when, nobody about whom. */
@Entity('memberships.group_notice')
@Recorded({ kind: 'group-notice', log: 'staff', committed: ['personId'] })
export class GroupNotice extends RecordedEntity {
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(GROUP_NOTICES)
  about: GroupNoticeAbout;

  @Column('uuid', { nullable: true })
  personId: Uuid | null;

  @Column('date')
  noticedOn: CalendarDay;
}
