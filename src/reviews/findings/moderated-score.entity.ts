import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { made, OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { EVIDENCE_GRADES, type EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import { SETTLEMENTS, type Settlement } from '../../review-method/moderation/settled-score.js';
import { SCORES, type ScoreValue } from '../../review-method/scoring/score.js';

/**
 * The score that counts for one criterion, and why. It stands beside the reviewers' own scores and never replaces them.
 * Nobody types it: it follows from the scores and the meetings, and PostgreSQL takes no other. After moderation only an
 * accepted reply that the reviewers carry can be followed by another.
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
  @OneOf(SCORES)
  score: ScoreValue;

  @Column('text', { nullable: true })
  @OneOf(EVIDENCE_GRADES)
  grade: EvidenceGrade | null;

  @Column('text')
  reason: string;

  /** Of reviews before meetings were records: what the lead wrote down for whoever did not agree. Empty since. */
  @Column('text')
  minorityView: string;

  @Column('text')
  @OneOf(SETTLEMENTS)
  settledBy: Settlement;

  @Column('uuid', { nullable: true })
  replyDecisionId: Uuid | null;

  @Column('date')
  settledOn: CalendarDay;
}

/** A moderated score before it is stored. */
export interface NewModeratedScore {
  readonly reviewId: Uuid;
  readonly criterion: string;
  readonly seq: number;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  readonly settledBy: Settlement;
  readonly replyDecisionId?: Uuid | null;
  readonly settledOn: CalendarDay;
}

/** A moderated score as it will be stored; the caller adds it, alone or with what it follows from. */
export function newModeratedScore(finding: NewModeratedScore): ModeratedScore {
  return made(ModeratedScore, {
    id: newId(),
    reviewId: finding.reviewId,
    criterion: finding.criterion,
    seq: finding.seq,
    score: finding.score,
    grade: finding.grade,
    reason: finding.reason,
    minorityView: '',
    settledBy: finding.settledBy,
    replyDecisionId: finding.replyDecisionId ?? null,
    settledOn: finding.settledOn,
  });
}
