import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a point of reply can say of a finding: it is wrong, it lacks something, or it judges otherwise than they would. */
export const REPLY_KINDS = ['error', 'incomplete', 'judgement'] as const;

/** What one point of reply says of a finding. */
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** The words for each kind of point: what whoever replies chooses, and what it is called afterwards. */
export const REPLY_KIND_WORDS: Readonly<
  Record<ReplyKind, { readonly choice: string; readonly label: string }>
> = {
  error: { choice: 'It is wrong in fact', label: 'Wrong in fact' },
  incomplete: { choice: 'It leaves something out', label: 'Leaves something out' },
  judgement: { choice: 'The facts are right and we judge otherwise', label: 'Judged otherwise' },
};

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
  @OneOf(REPLY_KINDS)
  kind: ReplyKind;

  @Column('text')
  text: string;

  @Column('uuid', { array: true })
  evidenceIds: readonly Uuid[];

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
