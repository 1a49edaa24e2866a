import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import {
  OUTCOME_CODES,
  REFERRAL_STEP_CODES,
  type OutcomeCode,
  type ReferralStepCode,
} from '../clocks/referral-step.js';

/** One step of something that was passed on, as a handler noted it. Steps are added, never changed. */
@Entity('complaints.referral_step')
@Recorded({ kind: 'referral-step', log: 'intake', committed: ['referralId', 'concernId'] })
export class ReferralStep extends RecordedEntity {
  @Column('uuid')
  referralId: Uuid;

  @Column('uuid')
  concernId: Uuid;

  @Column('text')
  @OneOf(REFERRAL_STEP_CODES)
  step: ReferralStepCode;

  /** The day it happened. */
  @Column('date')
  day: string;

  /** The last day of a longer time that was agreed. */
  @Column('date', { nullable: true })
  until: string | null;

  /** What the receiving body found, in its own words' code. */
  @Column('text', { nullable: true })
  @OneOf(OUTCOME_CODES)
  outcome: OutcomeCode | null;

  @Column('date')
  notedOn: string;
}
