import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../../platform/database/recorded.js';
import { OUTSIDE_ORDERERS, type OutsideOrderer } from '../steps/halt.entity.js';
import { COUNT_BANDS, type CountBand } from '../steps/step-answers.js';

/** What can be done about an order: acknowledge it, count the open cases, say that it stopped, check that, and lift it. */
export const HALT_STEPS = ['acknowledged', 'stepped-down', 'stopped', 'checked', 'lifted'] as const;

/** What one step about an order does. */
export type HaltStepKind = (typeof HALT_STEPS)[number];

/** For whom somebody takes a step about an order. */
export const HALT_SIDES = ['TRUST', ...OUTSIDE_ORDERERS] as const;

/** One of those for whom somebody takes a step. */
export type HaltSide = (typeof HALT_SIDES)[number];

/** What a check of an order may find. */
export const HALT_FINDINGS = ['in-effect', 'not-in-effect', 'cannot-tell'] as const;

/** What one check found. */
export type HaltFinding = (typeof HALT_FINDINGS)[number];

/**
 * One step about an order to halt. Steps are only ever added: the trust answers, somebody else checks, and only whoever
 * ordered it lifts it. What it says of the order is the order's own.
 */
@Entity('deployments.halt_step')
@Recorded({ kind: 'halt-step', log: 'staff', committed: ['takenBy'] })
export class HaltStep extends RecordedEntity {
  @Column('uuid')
  haltId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  @Column('text', { nullable: true })
  @OneOf(OUTSIDE_ORDERERS)
  outside: OutsideOrderer | null;

  /** The body for which the order was given. */
  @Column('uuid', { nullable: true })
  orderedFor: Uuid | null;

  @Column('uuid', { nullable: true })
  reviewId: Uuid | null;

  /** 1 for the first step about the order, and one more for each that follows. */
  @Column('integer')
  seq: number;

  @Column('text')
  @OneOf(HALT_STEPS)
  kind: HaltStepKind;

  @Column('text')
  @OneOf(HALT_SIDES)
  side: HaltSide;

  /** The body for which the step is taken; null for reviewers. */
  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  /** The post of who takes it; never the name of a person. */
  @Column('text')
  post: string;

  /** The day that it is about: on which it stopped, was counted or was checked. */
  @Column('date')
  happenedOn: CalendarDay;

  /** The evidence, or the reasons. */
  @Column('text')
  text: string;

  /** The document that shows it, by its title, number or address. */
  @Column('text', { nullable: true })
  document: string | null;

  @Column('text', { nullable: true })
  @OneOf(HALT_FINDINGS)
  finding: HaltFinding | null;

  /** Open cases that have no plan for what follows. */
  @Column('text', { nullable: true })
  @OneOf(COUNT_BANDS)
  withoutPlan: CountBand | null;

  /** Open cases that have one. */
  @Column('text', { nullable: true })
  @OneOf(COUNT_BANDS)
  withPlan: CountBand | null;

  /** Cases closed since the order. */
  @Column('text', { nullable: true })
  @OneOf(COUNT_BANDS)
  closedSince: CountBand | null;

  /** Why fewer cases are closed than were counted before, or than a later count says. */
  @Column('text', { nullable: true })
  fewerBecause: string | null;

  @Column('uuid')
  takenBy: Uuid;

  @Column('date')
  takenOn: CalendarDay;
}
