import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { SIGNING_CAPACITIES, STANCES, type SigningCapacity, type Stance } from './signing.js';

/** One of the three signatures under a self-review. It names by hash the answers it is about; dissent is kept and published. */
@Entity('reviews.attestation')
@Recorded({ kind: 'attestation', log: 'staff', committed: ['stance', 'dissent', 'signedBy'] })
export class SelfReviewSignature extends RecordedEntity {
  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(SIGNING_CAPACITIES)
  capacity: SigningCapacity;

  @Column('integer')
  seq: number;

  @Column('text')
  @OneOf(STANCES)
  stance: Stance;

  /** Reservations, or why the signatory refuses; empty where there are none. */
  @Column('text')
  dissent: string;

  /** SHA-256 over the canonical JSON of the answers, in hexadecimal; a later answer leaves this signature behind. */
  @Column('text')
  answersHash: string;

  /** The move of the round since which it is given; null for what it was opened with. */
  @Column('uuid', { nullable: true })
  editionMoveId: Uuid | null;

  @Column('uuid')
  signedBy: Uuid;

  @Column('date')
  signedOn: CalendarDay;
}
