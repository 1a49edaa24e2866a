import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';
import { RATINGS, type Rating } from '../review-method/rating/rating.js';

/**
 * A published result, frozen. PostgreSQL checks that the hash is of the content and that two people made it, and
 * refuses every change and deletion, its owner's too. A withdrawal stands beside it; it never replaces it.
 */
@Entity('publication.release')
@Recorded({ kind: 'release', log: 'staff', committed: ['content', 'overall', 'preparedBy', 'releasedBy'] })
export class Release extends RecordedEntity {
  /** The place in the ledger of everything published: 1, 2, 3 and no gap, so that nothing can vanish unseen. */
  @Column('integer')
  serial: number;

  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  preparationId: Uuid;

  /** 1 for the first release of the review, and one more for each that follows. */
  @Column('integer')
  number: number;

  /** Canonical JSON (RFC 8785) of the whole result: the bytes that are served for ever under this number. */
  @Column('text')
  content: string;

  /** SHA-256 over the content in UTF-8, in hexadecimal. */
  @Column('text')
  contentHash: string;

  /** The overall rating, as the content has it. */
  @Column('text')
  @OneOf(RATINGS)
  overall: Rating;

  @Column('uuid')
  preparedBy: Uuid;

  @Column('uuid')
  releasedBy: Uuid;

  @Column('date')
  publishedOn: CalendarDay;
}
