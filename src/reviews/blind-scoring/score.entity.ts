import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { EVIDENCE_GRADES, type EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { CONFIDENCES, type Confidence } from '../../review-method/scoring/locked-content.js';
import { SCORES, type ScoreValue } from '../../review-method/scoring/score.js';

/**
 * One reviewer's score of one criterion. It is only ever added; the newest counts until the lock. It names an
 * assignment and no person, so that a score can be shown without showing who gave it.
 */
@Entity('reviews.score')
@Recorded({
  kind: 'score',
  log: 'staff',
  committed: ['score', 'grade', 'confidence', 'rationale', 'changedBecause'],
})
export class Score extends RecordedEntity {
  @Column('uuid')
  assignmentId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('text')
  criterion: string;

  @Column('integer')
  seq: number;

  @Column('text')
  @OneOf(SCORES)
  score: ScoreValue;

  @Column('text', { nullable: true })
  @OneOf(EVIDENCE_GRADES)
  grade: EvidenceGrade | null;

  @Column('text')
  @OneOf(CONFIDENCES)
  confidence: Confidence;

  @Column('text')
  rationale: string;

  @Column('uuid', { array: true })
  evidenceIds: readonly Uuid[];

  /** Why it is another than the one before; null for the first, and where score, grade and confidence stayed. */
  @Column('text', { nullable: true })
  changedBecause: string | null;

  @Column('date')
  scoredOn: CalendarDay;
}
