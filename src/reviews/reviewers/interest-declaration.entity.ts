import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** A person's answer to one question about interests. */
export interface DeclaredAnswer {
  readonly code: string;
  readonly answer: 'yes' | 'no';
  readonly detail: string;
}

/** What a person declared before reading anything of a review. It is only ever added; the newest counts. */
@Entity('reviews.interest_declaration')
@Recorded({ kind: 'interest-declaration', log: 'staff', committed: ['personId', 'answers'] })
export class InterestDeclaration extends RecordedEntity {
  @Column('uuid')
  assignmentId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  personId: Uuid;

  @Column('integer')
  seq: number;

  /** `none` leaves the person clear; `declared` waits until somebody else has decided. */
  @Column('text')
  standing: 'none' | 'declared';

  @Column('jsonb')
  answers: DeclaredAnswer[];

  @Column('date')
  declaredOn: CalendarDay;
}
