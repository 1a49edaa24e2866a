import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What was read: the whole concern with its messages, or what was released of it. */
const READ_PARTS = ['concern', 'release'] as const;

/** One of the things that are read. */
export type ReadPart = (typeof READ_PARTS)[number];

/**
 * That somebody of the staff opened envelopes on a day. It is committed before any of them is opened; the person who
 * filed sees that it happened and in what capacity, and never who.
 */
@Entity('concerns.reading')
@Recorded({ kind: 'concern-reading', log: 'intake', committed: ['concernId', 'releaseId', 'personId'] })
export class ConcernReading extends RecordedEntity {
  @Column('uuid')
  concernId: Uuid;

  @Column('uuid', { nullable: true })
  releaseId: Uuid | null;

  @Column('text')
  @OneOf(READ_PARTS)
  part: ReadPart;

  @Column('uuid')
  personId: Uuid;

  /** The role in which the person read it. */
  @Column('text')
  post: string;

  @Column('date')
  day: string;
}
