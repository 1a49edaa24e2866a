import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** That a second person who leads the review stands behind a proposal from which reviewers dissent, and why. */
@Entity('reviews.proposal_second')
@Recorded({ kind: 'proposal-second', log: 'staff', committed: ['reason', 'secondedBy'] })
export class ProposalSecond extends RecordedEntity {
  @Column('uuid')
  proposalId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('text')
  criterion: string;

  /** Who proposed it: never the person who seconds it. */
  @Column('uuid')
  proposedBy: Uuid;

  @Column('text')
  reason: string;

  @Column('uuid')
  secondedBy: Uuid;

  @Column('date')
  secondedOn: CalendarDay;
}
