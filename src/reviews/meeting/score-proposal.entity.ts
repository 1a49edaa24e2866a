import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { EVIDENCE_GRADES, type EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { SCORES, type ScoreValue } from '../../review-method/scoring/score.js';

/**
 * What a meeting of reviewers comes to about one criterion: who took part, what whoever leads it proposes, and why. It is
 * no score: what counts follows from what the reviewers say to it. A later proposal may follow, and none is ever changed.
 */
@Entity('reviews.score_proposal')
@Recorded({ kind: 'score-proposal', log: 'staff', committed: ['score', 'grade', 'reason', 'proposedBy'] })
export class ScoreProposal extends RecordedEntity {
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
  reason: string;

  /** The assignments of the reviewers who were there. */
  @Column('uuid', { array: true })
  tookPart: readonly Uuid[];

  @Column('uuid')
  proposedBy: Uuid;

  @Column('date')
  proposedOn: CalendarDay;

  /** The last day on which reviewers can confirm it or dissent. */
  @Column('date')
  confirmBy: CalendarDay;

  /** The accepted reply that it follows; null for what a meeting proposes before replies. */
  @Column('uuid', { nullable: true })
  replyDecisionId: Uuid | null;
}
