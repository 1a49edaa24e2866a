import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What is decided of an organisation and a round. */
export const SCOPE_DECISIONS = ['ASKED', 'LEFT_OUT', 'REMOVED'] as const;

/** One decision of an organisation and a round. */
export type ScopeDecided = (typeof SCOPE_DECISIONS)[number];

/** The words for each decision. */
export const SCOPE_DECISION_WORDS: Readonly<Record<ScopeDecided, string>> = {
  ASKED: 'Asked',
  LEFT_OUT: 'Left out',
  REMOVED: 'Removed after it was asked',
};

/**
 * That an organisation owes an answer in a round, was left out, or was removed after it was asked, and why. It is only ever
 * added; the newest counts, and whoever was removed stays listed.
 */
@Entity('reviews.scope_decision')
@Recorded({ kind: 'scope-decision', log: 'staff', committed: ['proposedBy', 'decidedBy'] })
export class ScopeDecision extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  /** 1 for the first decision on the organisation in the round, and one more for each that follows. */
  @Column('integer')
  turn: number;

  @Column('text')
  @OneOf(SCOPE_DECISIONS)
  decision: ScopeDecided;

  @Column('text')
  reason: string;

  /** The post that answers for it, never a person's name. */
  @Column('text')
  post: string;

  /** What one person proposed and another agreed to; only a removal has one. */
  @Column('uuid', { nullable: true })
  proposalId: Uuid | null;

  @Column('uuid', { nullable: true })
  proposedBy: Uuid | null;

  /** Null where it was decided before this was kept. */
  @Column('uuid', { nullable: true })
  decidedBy: Uuid | null;

  @Column('date')
  decidedOn: CalendarDay;
}
