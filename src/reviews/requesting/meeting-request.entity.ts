import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { MEETING_GROUNDS, type MeetingGround } from '../../review-method/moderation/moderation-reasons.js';

/** As whom somebody can ask for a meeting. */
export const ASKED_AS = ['reviewer', 'lead', 'group'] as const;

/** As whom somebody asks for a meeting. */
export type AskedAs = (typeof ASKED_AS)[number];

/**
 * That a reviewer, who leads the review, or a user-led group asks the reviewers to meet about a criterion, and why: they
 * want to, or what people who lived through the scheme say contradicts the scores. It is one of the reasons to meet.
 */
@Entity('reviews.meeting_request')
@Recorded({ kind: 'meeting-request', log: 'staff', committed: ['reason', 'requestedBy'] })
export class MeetingRequest extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('text')
  criterion: string;

  @Column('text')
  @OneOf(MEETING_GROUNDS)
  ground: MeetingGround;

  @Column('text')
  reason: string;

  @Column('text')
  @OneOf(ASKED_AS)
  askedAs: AskedAs;

  /** Of the reviewer who asks; null for others. */
  @Column('uuid', { nullable: true })
  assignmentId: Uuid | null;

  /** The user-led group that asks; null for others. */
  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  @Column('uuid')
  requestedBy: Uuid;

  @Column('date')
  requestedOn: CalendarDay;
}
