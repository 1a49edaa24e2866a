import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** Every kind of step: the trust reports it done, another person accepts that or not, and what was accepted is reopened. */
export const STEP_KINDS = ['done', 'accepted', 'not-accepted', 'reopened'] as const;

/** What a step does. */
export type StepKind = (typeof STEP_KINDS)[number];

/** One step about an action. Steps are only ever added; nobody checks what they reported themselves. */
@Entity('publication.action_step')
@Recorded({ kind: 'action-step', log: 'staff', committed: ['text', 'takenBy'] })
export class ActionStep extends RecordedEntity {
  @Column('uuid')
  actionId: Uuid;

  @Column('uuid')
  reviewId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  /** 1 for the first step about the action, and one more for each that follows. */
  @Column('integer')
  seq: number;

  @Column('text')
  @OneOf(STEP_KINDS)
  kind: StepKind;

  /** The evidence for what was done, or the reasons of a check or a reopening. */
  @Column('text')
  text: string;

  @Column('uuid')
  takenBy: Uuid;

  @Column('date')
  takenOn: CalendarDay;
}
