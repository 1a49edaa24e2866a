import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** Services that people on a scheme used, and money. */
export const USES = {
  MONEY: 'Money spent',
  POLICE_INCIDENT: 'Police incidents',
  S136_ASSESSMENT: 'Section 136 assessments',
  AMBULANCE: 'Ambulance call-outs',
  ED_ATTENDANCE: 'Attendances at A&E',
  MH_BED_DAY: 'Mental health bed days',
  OTHER_BED_DAY: 'Other bed days',
} as const;

/** Whether a figure is for one person on average, or for all of them. */
export const USE_BASES = {
  PER_PERSON: 'On average for one person',
  TOTAL: 'For all of them together',
} as const;

/** What was used or spent in one year, counted from the year in which people joined the scheme. */
@Entity('spending.figure')
@Recorded({ kind: 'use-figure', log: 'staff', committed: ['amount', 'people'] })
export class UseFigure extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(USES))
  used: keyof typeof USES;

  @Column('text')
  @OneOf(wordsOf(USE_BASES))
  basis: keyof typeof USE_BASES;

  /** `Y-1`, `Y0`, `Y1`: whole years from the one in which people joined. */
  @Column('text')
  year: string;

  /** As it was said; only the trust's people, auditors and the operator read it, and to everyone else it is null. */
  @Column('double precision')
  amount: number | null;

  /** The same as everyone reads it; null where it rests on 7 people or fewer. */
  @Column('double precision', { nullable: true })
  publishedAmount: number | null;

  /** How many people it rests on; null where it is not said. Read as `amount` is. */
  @Column('integer', { nullable: true })
  people: number | null;

  /** The same rounded, as everyone reads it. */
  @Column('integer', { nullable: true })
  publishedPeople: number | null;

  /** With which year the others are compared, and what that year is. */
  @Column('text')
  baseline: string;

  /** In the prices of which year money is given. */
  @Column('text', { nullable: true })
  priceBase: string | null;

  /** What one unit costs and of what, as its source says; it is never multiplied with anything. */
  @Column('text', { nullable: true })
  unitCost: string | null;

  /** With whom these people are compared; null where with nobody. */
  @Column('text', { nullable: true })
  comparator: string | null;

  @Column('text')
  source: string;
}
