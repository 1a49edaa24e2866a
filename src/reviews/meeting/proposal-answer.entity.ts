import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { PROPOSAL_STANCES, type ProposalStance } from '../../review-method/moderation/proposal-outcome.js';

/** That a reviewer confirms what was proposed, or dissents in their own words: a dissent is the minority view that is published. */
@Entity('reviews.proposal_answer')
@Recorded({ kind: 'proposal-answer', log: 'staff', committed: ['stance', 'words'] })
export class ProposalAnswer extends RecordedEntity {
  @Column('uuid')
  proposalId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('text')
  criterion: string;

  @Column('uuid')
  assignmentId: Uuid;

  @Column('text')
  @OneOf(PROPOSAL_STANCES)
  stance: ProposalStance;

  @Column('text')
  words: string;

  @Column('date')
  answeredOn: CalendarDay;
}
