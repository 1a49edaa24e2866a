import { Column, Entity } from 'typeorm';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** How sure the date of a source is: seen on it (A), general knowledge (B), or inferred from its wording or address. */
export const DATE_CONFIDENCES = ['A', 'B', 'inference'] as const;

/** A document, page or letter that anything here is cited from, as the register's list of sources has it. */
@Entity('evidence.source')
@Recorded({ kind: 'source', log: 'staff', committed: [] })
export class CitableSource extends RecordedEntity {
  /** The code it is cited by: `47`, `L13`, `SEED-B`. */
  @Column('text')
  ref: string;

  /** Other codes by which pages cite the same document, such as that of a guideline. */
  @Column('text', { array: true })
  alsoCitedAs: string[];

  /** What it is, in words of our own; not always the title printed on it. */
  @Column('text')
  title: string;

  @Column('text')
  publisher: string;

  /** As closely as it is dated; null where it carries no date. */
  @Column('text', { nullable: true })
  published: string | null;

  @Column('text')
  @OneOf(DATE_CONFIDENCES)
  publishedConfidence: (typeof DATE_CONFIDENCES)[number];

  @Column('text', { array: true })
  urls: string[];

  /** What was seen of it and what was not, where that is more than that an excerpt was read. */
  @Column('text', { nullable: true })
  note: string | null;
}
