import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { PROPOSAL_ASKS, type ProposalAsks } from './proposal.entity.js';

/** How a proposal ends to which nobody agreed. */
export const PROPOSAL_ENDINGS = ['declined', 'taken-back', 'lapsed'] as const;

/** How one of them ended. */
export type ProposalEnding = (typeof PROPOSAL_ENDINGS)[number];

/**
 * That a proposal will not happen: another person declined it, whoever made it took it back, or its time passed. It is
 * written once, and PostgreSQL refuses whatever would still follow from the proposal.
 */
@Entity('reviews.proposal_end')
@Recorded({ kind: 'proposal-end', log: 'staff', committed: ['reason', 'proposedBy', 'endedBy'] })
export class ProposalEnd extends RecordedEntity {
  @Column('uuid')
  proposalId: Uuid;

  @Column('uuid')
  subjectId: Uuid;

  @Column('text')
  @OneOf(PROPOSAL_ASKS)
  asks: ProposalAsks;

  @Column('uuid', { nullable: true })
  reviewId: Uuid | null;

  @Column('text')
  @OneOf(PROPOSAL_ENDINGS)
  outcome: ProposalEnding;

  /** Why, in the words of who ended it; null when its time passed. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  proposedBy: Uuid;

  /** Null when its time passed. */
  @Column('uuid', { nullable: true })
  endedBy: Uuid | null;

  @Column('date')
  endedOn: CalendarDay;
}
