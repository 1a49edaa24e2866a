import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';
import type { Edition } from './edition/edition-schema.js';

/** In what capacity somebody proposes or publishes an edition. */
export const EDITION_CAPACITIES = ['ADMIN', 'OPERATOR'] as const;

/** One of those capacities. */
export type EditionCapacity = (typeof EDITION_CAPACITIES)[number];

/**
 * One published edition of the review framework, kept whole: whoever was reviewed by it can always see what was asked.
 * It never changes; a correction is a new edition under a new key.
 */
@Entity('frameworks.edition')
@Recorded({ kind: 'framework-edition', log: 'staff', committed: [] })
export class FrameworkEdition extends RecordedEntity {
  /** Its name in files and addresses: `candour-2026-11`. */
  @Column('text')
  key: string;

  @Column('text')
  title: string;

  @Column('integer')
  version: number;

  @Column('date')
  asAt: CalendarDay;

  @Column('jsonb')
  content: Edition;

  /** SHA-256 over the canonical JSON of the content, in hexadecimal: layout of the file does not matter. */
  @Column('text')
  contentHash: string;

  /** SHA-256 over the bytes of the file it was published from, in hexadecimal. */
  @Column('text')
  sourceHash: string;

  @Column('date')
  publishedOn: CalendarDay;

  /** The proposal that it was published from; null for what was published before two people published. */
  @Column('uuid', { nullable: true })
  proposalId: Uuid | null;

  /** In what capacity the first of the two proposed it. */
  @Column('text', { nullable: true })
  @OneOf(EDITION_CAPACITIES)
  proposedAs: EditionCapacity | null;

  /** In what capacity the second published it. */
  @Column('text', { nullable: true })
  @OneOf(EDITION_CAPACITIES)
  publishedAs: EditionCapacity | null;
}
