import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { EVIDENCE_GRADES, type EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { SCORES, type ScoreValue } from '../../review-method/scoring/score.js';

/** The score and the evidence grade that a trust gives itself with one answer. No reviewer sees it before locking. */
@Entity('reviews.self_score')
@Recorded({ kind: 'self-score', log: 'staff', committed: ['score', 'grade'] })
export class SelfScore extends RecordedEntity {
  @Column('uuid')
  answerId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(SCORES)
  score: ScoreValue;

  @Column('text', { nullable: true })
  @OneOf(EVIDENCE_GRADES)
  grade: EvidenceGrade | null;
}
