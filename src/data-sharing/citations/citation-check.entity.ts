import { Column, Entity } from 'typeorm';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/**
 * That somebody verified the reference of a rule, when, against what, and whether it holds. It is about the words of the
 * reference as they were, is never changed, and changes no report that is stored.
 */
@Entity('data_sharing.citation_check')
@Recorded({ kind: 'citation-check', log: 'staff', committed: [] })
export class CitationCheck extends RecordedEntity {
  /** The rule by its id, for example `R-A9-07`. */
  @Column('text')
  rule: string;

  @Column('integer')
  ruleVersion: number;

  /** The reference as it read when it was checked. */
  @Column('text')
  citation: string;

  /** The post of the person who checked, never a name. */
  @Column('text')
  checkedBy: string;

  @Column('date')
  checkedOn: string;

  /** What it was checked against: a document and where in it. */
  @Column('text')
  against: string;

  @Column('boolean')
  holds: boolean;

  /** What the reader should know, for example what the reference should say instead; null for nothing. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('date')
  recordedOn: string;
}
