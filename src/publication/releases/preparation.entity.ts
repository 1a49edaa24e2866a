import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** A result as one person prepared it, waiting until another person who leads the review releases exactly these bytes. */
@Entity('publication.preparation')
@Recorded({
  kind: 'release-preparation',
  log: 'staff',
  committed: ['content', 'publishedAnywayBecause', 'withheld', 'withheldBecause', 'preparedBy'],
})
export class Preparation extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  /** The number that the release will have among those of its review. */
  @Column('integer')
  number: number;

  /** Canonical JSON (RFC 8785) of the whole result. */
  @Column('text')
  content: string;

  /** SHA-256 over the content in UTF-8, in hexadecimal. */
  @Column('text')
  contentHash: string;

  /** Why it is to be published although reviewers agreed too little; null where that is not needed. */
  @Column('text', { nullable: true })
  publishedAnywayBecause: string | null;

  /** Words that identify somebody and are withheld. */
  @Column('text', { array: true })
  withheld: readonly string[];

  /** The reason that readers see where words are withheld; null where none are. */
  @Column('text', { nullable: true })
  withheldBecause: string | null;

  @Column('uuid')
  preparedBy: Uuid;

  @Column('date')
  preparedOn: CalendarDay;
}
