import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { ScoreValue as ScoreOnScale } from '../../review-method/scoring/score.js';
import type { Confidence } from '../../review-method/scoring/locked-content.js';

/**
 * One reviewer's score of one criterion. It is only ever added; the newest counts until the lock. It names an
 * assignment and no person, so that a score can be shown without showing who gave it.
 */
@Entity('reviews.score')
@Recorded({ kind: 'score', log: 'staff', committed: ['score', 'grade', 'confidence', 'rationale'] })
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
  score: ScoreOnScale;

  @Column('text', { nullable: true })
  grade: EvidenceGrade | null;

  @Column('text')
  confidence: Confidence;

  @Column('text')
  rationale: string;

  @Column('uuid', { array: true })
  evidenceIds: Uuid[];

  @Column('date')
  scoredOn: CalendarDay;
}
