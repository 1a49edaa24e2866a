import { Column, Entity } from 'typeorm';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import {
  POLICE_PRESENCES,
  STAGES,
  type ActivityFacts,
  type Stage,
} from '../maturity/co-production-record.js';
import { WithdrawablePart } from './part-of-co-production.entity.js';

/** Who can lead an activity. */
export const ACTIVITY_LEADERS = ['service', 'shared', 'user_led'] as const;

/** Who led an activity. */
export type LedBy = (typeof ACTIVITY_LEADERS)[number];

/**
 * One occasion on which people were involved in a scheme: what they were asked, and whether the decision was still open.
 * Nobody is named in it. It is followed by later records, never rewritten.
 */
@Entity('co_production.involvement')
@Recorded({ kind: 'involvement', log: 'staff', committed: [] })
export class Involvement extends WithdrawablePart {
  @Column('text')
  @OneOf(STAGES)
  stage: Stage;

  @Column('date')
  fromDay: string;

  @Column('date', { nullable: true })
  toDay: string | null;

  /** What people were asked. */
  @Column('text')
  question: string;

  /** True when what they were asked about was not decided yet. */
  @Column('boolean')
  decisionOpen: boolean;

  /** The day of the decision that this is said to have shaped; null when none is named. */
  @Column('date', { nullable: true })
  decidedOn: string | null;

  @Column('text')
  method: string;

  @Column('text')
  @OneOf(ACTIVITY_LEADERS)
  ledBy: LedBy;

  @Column('text')
  @OneOf(POLICE_PRESENCES)
  policePresent: ActivityFacts['policePresent'];

  /** True when there was money for interpreters, travel, personal assistants and the like. */
  @Column('boolean')
  accessBudget: boolean;

  /** Letters that stand for people who took part in several activities, never their names. */
  @Column('text', { array: true })
  namedPeople: readonly string[];
}
