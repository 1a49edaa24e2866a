import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { Recorded } from '../../platform/database/recorded.js';

/** Complaints about a scheme in a period, as its trust declares them: rounded counts, with the same definitions for every trust. */
@Entity('complaints.complaints_figure')
@Recorded({ kind: 'complaints-figure', log: 'staff', committed: [] })
export class ComplaintsFigure extends SchemeEntry {
  @Column('text')
  periodFrom: string;

  @Column('text')
  periodTo: string;

  /** Every count is rounded before it is kept: see `roundedCount`. */
  @Column('integer')
  received: number;

  @Column('integer', { nullable: true })
  aboutPolice: number | null;

  @Column('integer', { nullable: true })
  upheld: number | null;

  @Column('integer', { nullable: true })
  partlyUpheld: number | null;

  @Column('integer', { nullable: true })
  notUpheld: number | null;

  /** Taken to the Parliamentary and Health Service Ombudsman. */
  @Column('integer', { nullable: true })
  toOmbudsman: number | null;

  @Column('text', { nullable: true })
  toldHow: string | null;
}
