import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { SUBMISSION_OUTCOMES, type SubmissionOutcome } from './signing.js';

/** A self-review as it was submitted, frozen whole. Nobody can change it: the hash is checked by PostgreSQL itself. */
@Entity('reviews.submission')
@Recorded({ kind: 'submission', log: 'staff', committed: ['outcome', 'content', 'submittedBy'] })
export class Submission extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(SUBMISSION_OUTCOMES)
  outcome: SubmissionOutcome;

  @Column('text')
  answersHash: string;

  /** Canonical JSON (RFC 8785) of the answers, scores and signatures. */
  @Column('text')
  content: string;

  /** SHA-256 over the content, in hexadecimal: what the trust's receipt shows. */
  @Column('text')
  contentHash: string;

  @Column('uuid')
  submittedBy: Uuid;

  @Column('date')
  submittedOn: CalendarDay;
}
