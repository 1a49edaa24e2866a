import { Column, Entity } from 'typeorm';
import type { Json } from '../kernel/canonical-json.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';
import type { LifeCycleState } from './life-cycle/life-cycle-state.js';

/** One dated step in the life of a scheme, with what that step needed to be taken. It is never changed, only followed. */
@Entity('deployments.transition')
@Recorded({ kind: 'transition', log: 'staff', committed: [] })
export class Transition extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  /** As its deployment is: a draft's steps are the trust's own. */
  @Column('boolean')
  published: boolean;

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

  /** Follows its deployment into the public register. */
  publish(): void {
    this.published = true;
  }
}
