import { Column, Entity } from 'typeorm';
import type { Json } from '../../kernel/canonical-json.js';
import { Recorded } from '../../platform/database/recorded.js';
import type { LifeCycleState } from '../life-cycle-state.js';
import { PartOfDeployment } from '../part-of-deployment.entity.js';

/** One dated step in the life of a scheme, with what that step needed to be taken. It is never changed, only followed. */
@Entity('deployments.transition')
@Recorded({ kind: 'transition', log: 'staff', committed: [] })
export class Transition extends PartOfDeployment {
  @Column('text')
  fromState: LifeCycleState;

  @Column('text')
  toState: LifeCycleState;

  /** When it happened, as closely as known. */
  @Column('text')
  happened: string;

  @Column('text')
  reason: string;

  /** What the step needed, as it was answered; see `life-cycle/step-answers.ts`. */
  @Column('jsonb')
  answers: Json;

  /** Criteria that this step puts in question by itself: D14.2 when a scheme ended without a step-down. */
  @Column('text', { array: true })
  raises: string[];
}
