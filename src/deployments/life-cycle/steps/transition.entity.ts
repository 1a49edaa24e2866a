import { Column, Entity } from 'typeorm';
import type { Json } from '../../../kernel/canonical-json.js';
import { OneOf, Recorded } from '../../../platform/database/recorded.js';
import { LIFE_CYCLE_STATES, type LifeCycleState } from '../../life-cycle-state.js';
import { PartOfDeployment } from '../../part-of-deployment.entity.js';

/** One dated step in the life of a scheme, with what that step needed to be taken. A wrong one is mended by its trust; it is followed, never removed. */
@Entity('deployments.transition')
@Recorded({ kind: 'transition', log: 'staff', committed: [] })
export class Transition extends PartOfDeployment {
  @Column('text')
  @OneOf(LIFE_CYCLE_STATES)
  fromState: LifeCycleState;

  @Column('text')
  @OneOf(LIFE_CYCLE_STATES)
  toState: LifeCycleState;

  /** When it happened, as closely as known. */
  @Column('text')
  happened: string;

  @Column('text')
  reason: string;

  /** What the step needed, as it was answered; see `step-answers.ts`. */
  @Column('jsonb')
  answers: Json;

  /** Criteria that this step puts in question by itself: D14.2 when a scheme ended without a step-down. */
  @Column('text', { array: true })
  raises: string[];
}
