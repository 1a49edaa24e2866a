import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';
import { FACT_CONFIDENCES, type FactConfidence } from './organisation.entity.js';

/** That one organisation took over from another, so that accountability survives a reorganisation. */
@Entity('organisations.succession')
@Recorded({ kind: 'succession', log: 'staff', committed: [] })
export class Succession extends RecordedEntity {
  @Column('uuid')
  predecessorId: Uuid;

  @Column('uuid')
  successorId: Uuid;

  /** The date with the precision its source gives: `2022-07-01`, `2023-10`; null when no source says. */
  @Column('text', { nullable: true })
  tookPlace: string | null;

  @Column('text')
  source: string;

  @Column('text')
  @OneOf(FACT_CONFIDENCES)
  confidence: FactConfidence;

  /** The day on which it was taken back as wrong; null while it stands. */
  @Column('date', { nullable: true })
  withdrawnOn: string | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;

  /** Takes it back, once. */
  withdraw(day: CalendarDay, reason: string): void {
    if (this.withdrawnOn !== null) throw new OutOfTurn('This was taken back before.');
    Object.assign(this, { withdrawnOn: day, withdrawnBecause: reason });
  }
}
