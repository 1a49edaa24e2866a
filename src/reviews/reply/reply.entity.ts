import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a point of reply says of a finding: it is wrong, it lacks something, or it judges otherwise than they would. */
export type ReplyKind = 'error' | 'incomplete' | 'judgement';

/** One point of reply to the finding on one criterion, by the trust or by a user-led group alike. */
@Entity('reviews.reply')
@Recorded({ kind: 'reply', log: 'staff', committed: ['text', 'repliedBy'] })
export class Reply extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  /** The trust or the user-led group that replies. */
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  criterion: string;

  @Column('text')
  kind: ReplyKind;

  @Column('text')
  text: string;

  @Column('uuid', { array: true })
  evidenceIds: Uuid[];

  @Column('uuid')
  repliedBy: Uuid;

  @Column('date')
  repliedOn: CalendarDay;
}

/** The most words one point of reply may have. */
export const MOST_WORDS = 300;

/** How many words a text has: what stands between blanks, as PostgreSQL counts them too. */
export function wordsIn(text: string): number {
  return text.match(/[^\s\u0085]+/gu)?.length ?? 0;
}
