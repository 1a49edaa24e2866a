import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { Trail } from './trail.js';

/**
 * That a round moved to a newer edition, or back to the one it came from. It touches no answer: where each stands now
 * follows from the trail, and going back leaves everything as it was. It is only ever added, and takes two people.
 */
@Entity('reviews.edition_move')
@Recorded({ kind: 'edition-move', log: 'staff', committed: ['proposedBy', 'decidedBy'] })
export class EditionMove extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  /** 1 for the first move of the round, and one more for each that follows. */
  @Column('integer')
  seq: number;

  /** The move since which the round asked what it leaves; null for what it was opened with. */
  @Column('uuid', { nullable: true })
  followsId: Uuid | null;

  /** The move under which answers count from here: itself, or where it goes back the one from before, null for the opening. */
  @Column('uuid', { nullable: true })
  standsId: Uuid | null;

  @Column('uuid')
  fromEditionId: Uuid;

  @Column('uuid')
  toEditionId: Uuid;

  @Column('text', { array: true })
  criteriaBefore: readonly string[];

  @Column('text', { array: true })
  criteria: readonly string[];

  /** Where each answer stands from here; empty for a move back, which restores the trail from before. */
  @Column('jsonb')
  trail: Trail;

  @Column('text')
  reason: string;

  @Column('uuid')
  proposalId: Uuid;

  @Column('uuid')
  proposedBy: Uuid;

  @Column('uuid')
  decidedBy: Uuid;

  @Column('date')
  decidedOn: CalendarDay;
}
