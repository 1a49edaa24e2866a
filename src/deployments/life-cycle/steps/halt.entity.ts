import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../../platform/database/recorded.js';
import { PartOfDeployment } from '../../part-of-deployment.entity.js';

/** Before it no scheme of this kind was there to be halted: sources say that the first was piloted in 2012 (domain/sim.md §1.2). */
export const FIRST_DAY_OF_ORDERS = '2012-01-01';

/** Who outside the trust orders a scheme to halt: who commissions it, NHS England, or who leads a review of it. */
export const OUTSIDE_ORDERERS = ['COMMISSIONER', 'NHS_ENGLAND', 'REVIEWER'] as const;

/** One sort of body outside the trust that orders a halt. */
export type OutsideOrderer = (typeof OUTSIDE_ORDERERS)[number];

/** An order that a scheme must stop: who gave it, when, why, and from which day it holds. It stays as it was given; what follows are steps. */
@Entity('deployments.halt')
@Recorded({ kind: 'halt', log: 'staff', committed: ['orderedByPerson'] })
export class Halt extends PartOfDeployment {
  /** The post that ordered it; never the name of a person. */
  @Column('text')
  orderedBy: string;

  @Column('date')
  orderedOn: CalendarDay;

  /** The day by which it must have stopped; the day of the order where it holds at once. */
  @Column('date')
  effectiveOn: CalendarDay;

  @Column('text')
  reason: string;

  /** Who outside the trust ordered it; null where the trust did, by a step of its own. */
  @Column('text', { nullable: true })
  @OneOf(OUTSIDE_ORDERERS)
  outside: OutsideOrderer | null;

  /** The commissioner or NHS England, where one ordered it. */
  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  /** The review in which a red line was settled at 0 or 1, where who leads it ordered the halt. */
  @Column('uuid', { nullable: true })
  reviewId: Uuid | null;

  /** Which part of the scheme must stop; null where the whole must. */
  @Column('text', { nullable: true })
  scope: string | null;

  /** The document that says it, by its title, number or address. */
  @Column('text', { nullable: true })
  document: string | null;

  /** Who gave it, so that nobody checks their own order; null in orders from before this was kept. */
  @Column('uuid', { nullable: true })
  orderedByPerson: Uuid | null;

  /** The day on which it was recorded here; null in orders from before this was kept. */
  @Column('date', { nullable: true })
  recordedOn: CalendarDay | null;
}
