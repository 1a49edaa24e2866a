import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { MOVABLE_DATES, type MovableDate } from '../rounds/round-date-change.entity.js';

/** What no one person does alone: whatever changes, ends or hides a promise. */
export const PROPOSAL_ASKS = [
  'move-date',
  'void-round',
  'withdraw-release',
  'refuse-to-publish',
  'move-edition',
  'remove-from-scope',
  'set-aside-nil-return',
] as const;

/** One of the things that take two. */
export type ProposalAsks = (typeof PROPOSAL_ASKS)[number];

/** What is proposed about a round, which any two lead reviewers decide; the others are for two who lead the review. */
export const ASKS_ABOUT_ROUNDS = [
  'move-date',
  'void-round',
  'move-edition',
  'remove-from-scope',
  'set-aside-nil-return',
] as const satisfies readonly ProposalAsks[];

/**
 * What one person proposes and another must agree to. Nothing follows from it by itself; what follows names it, and
 * PostgreSQL refuses that from the person who proposed it, as it does with a result that was prepared.
 */
@Entity('reviews.proposal')
@Recorded({
  kind: 'proposal',
  log: 'staff',
  committed: ['was', 'becomes', 'post', 'reason', 'legalBasis', 'proposedBy'],
})
export class Proposal extends RecordedEntity {
  @Column('text')
  @OneOf(PROPOSAL_ASKS)
  asks: ProposalAsks;

  /** The round, the decision that an organisation is asked, the nil return, the release or the review it is about. */
  @Column('uuid')
  subjectId: Uuid;

  /** The review whose result it is about; null for what is proposed about a round. */
  @Column('uuid', { nullable: true })
  reviewId: Uuid | null;

  @Column('text', { nullable: true })
  @OneOf(MOVABLE_DATES)
  which: MovableDate | null;

  @Column('date', { nullable: true })
  was: CalendarDay | null;

  @Column('date', { nullable: true })
  becomes: CalendarDay | null;

  /** The edition that a round is to leave, and the one that it is to ask; null for everything else. */
  @Column('uuid', { nullable: true })
  fromEditionId: Uuid | null;

  @Column('uuid', { nullable: true })
  toEditionId: Uuid | null;

  /** The post that will answer for it, never a person's name; null for a date or a round that moves. */
  @Column('text', { nullable: true })
  post: string | null;

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  legalBasis: string | null;

  @Column('uuid')
  proposedBy: Uuid;

  @Column('date')
  proposedOn: CalendarDay;
}
