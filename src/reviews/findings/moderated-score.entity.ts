import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { EvidenceGrade } from '../scoring/evidence-grade.js';
import type { Score } from '../scoring/score.js';

/**
 * The score that counts for one criterion, and why. It stands beside the reviewers' own scores and never replaces
 * them; a minority view is kept and published. After moderation only an accepted reply can be followed by another.
 */
@Entity('reviews.moderated_score')
@Recorded({ kind: 'moderated-score', log: 'staff', committed: ['score', 'grade', 'reason', 'minorityView'] })
export class ModeratedScore extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('text')
  criterion: string;

  @Column('integer')
  seq: number;

  @Column('text')
  score: Score;

  @Column('text', { nullable: true })
  grade: EvidenceGrade | null;

  @Column('text')
  reason: string;

  @Column('text')
  minorityView: string;

  /** `agreement` of scores that needed no meeting, a `meeting` of the reviewers, or an accepted `reply`. */
  @Column('text')
  settledBy: 'agreement' | 'meeting' | 'reply';

  @Column('uuid', { nullable: true })
  replyDecisionId: Uuid | null;

  @Column('date')
  settledOn: CalendarDay;
}
