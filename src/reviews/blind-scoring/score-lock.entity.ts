import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That a reviewer has finished: no score under this assignment can follow, and the hash shows later that none did. */
@Entity('reviews.score_lock')
@Recorded({ kind: 'score-lock', log: 'staff', committed: [] })
export class ScoreLock extends RecordedEntity {
  @Column('uuid')
  assignmentId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  /** 128 random bits in hexadecimal, so that scores cannot be guessed from the hash. It is published with the scores. */
  @Column('text')
  nonce: string;

  /** 128 random bits more, from which each rationale has a salt; never published. Null in locks that are older than this. */
  @Column('text', { nullable: true })
  salt: string | null;

  /** SHA-256 over the canonical JSON of what is locked, in hexadecimal. */
  @Column('text')
  contentHash: string;

  @Column('date')
  lockedOn: CalendarDay;
}
