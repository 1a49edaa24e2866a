import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { YesOrNo } from '../../review-method/independence/declaration-faults.js';

/** A person's answer to one question about interests. */
export interface DeclaredAnswer {
  readonly code: string;
  readonly answer: YesOrNo;
  readonly detail: string;
}

/** Where a declaration leaves the person: `none` is clear, `declared` waits until somebody else has decided. */
export const DECLARED_INTERESTS = ['none', 'declared'] as const;

/** Whether a person declared any interest. */
export type DeclaredInterest = (typeof DECLARED_INTERESTS)[number];

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

  @Column('text')
  @OneOf(DECLARED_INTERESTS)
  standing: DeclaredInterest;

  @Column('jsonb')
  answers: readonly DeclaredAnswer[];

  @Column('date')
  declaredOn: CalendarDay;
}
