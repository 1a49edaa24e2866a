import { Column } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { RecordedEntity } from '../../platform/database/recorded.js';

/** What a trust tells of co-production in a deployment that it leads: its own and auditors' until it publishes the whole. */
export abstract class PartOfCoProduction extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  leadOrganisationId: Uuid;

  @Column('boolean')
  published: boolean;

  /** Opens it to everyone. */
  publish(): void {
    this.published = true;
  }
}

/** A part that can be withdrawn: then it stays listed, and counts no more. */
export abstract class WithdrawablePart extends PartOfCoProduction {
  @Column('date', { nullable: true })
  withdrawnOn: CalendarDay | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;
}

/** What every part of a co-production record carries: whose it is, and whether it is open. */
export interface PartOwnership {
  readonly deploymentId: Uuid;
  readonly leadOrganisationId: Uuid;
  readonly published: boolean;
}
