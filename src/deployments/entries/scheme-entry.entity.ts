import { Column } from 'typeorm';
import type { Withdrawable } from '../../evidence/mending/standing.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { RecordedEntity, type Given } from '../../platform/database/recorded.js';

/**
 * Something that a trust says of a scheme that it leads: a post, a figure, a decision. It is as open as its scheme, is mended
 * with a reason once it is public, and what is withdrawn stays listed. The trust's word is a source like any other.
 */
export abstract class SchemeEntry extends RecordedEntity implements Withdrawable {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  leadOrganisationId: Uuid;

  @Column('boolean')
  published: boolean;

  /** The day on which the trust recorded it. */
  @Column('date')
  saidOn: CalendarDay;

  @Column('date', { nullable: true })
  withdrawnOn: CalendarDay | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;

  /** Follows its scheme into the public register. */
  publish(): void {
    this.published = true;
  }
}

/** What every entry carries beside what it says. */
export type EntryGround = Given<SchemeEntry>;

/** What an entry of this kind says of the scheme. */
export type SaidIn<T extends SchemeEntry> = Omit<Given<T>, keyof EntryGround>;
