import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PERIOD_PRECISIONS, type PeriodPrecision } from '../series/activity-period.js';

/** What is counted in a period. Only the count of everybody since the beginning is cumulative. */
export const COUNTED = {
  NEW: 'New in the period',
  OPEN_AT_END: 'On the scheme at the end of the period',
  EVER: 'Ever on the scheme, counted from the beginning',
  DISCHARGED: 'Discharged in the period',
  DECLINED: 'Declined in the period',
  DIED: 'Died in the period',
  WITHDRAWN: 'Withdrew in the period',
} as const;

/** In what is counted. */
export const ACTIVITY_UNITS = { PEOPLE: 'People', REFERRALS: 'Referrals', CONTACTS: 'Contacts' } as const;

/** Whether there is a figure. A quarter in which work was paused is a state, and not zero. */
export const FIGURE_STATUSES = {
  ACTUAL: 'Counted',
  ESTIMATE: 'Estimated',
  PAUSED: 'Paused: no work, and no figure',
  NOT_COLLECTED: 'Not collected',
} as const;

/** One figure of one period, for one area or for several together. */
@Entity('activity.figure')
@Recorded({ kind: 'activity-figure', log: 'staff', committed: ['value'] })
export class ActivityFigure extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(COUNTED))
  counted: keyof typeof COUNTED;

  @Column('text')
  @OneOf(wordsOf(ACTIVITY_UNITS))
  unit: keyof typeof ACTIVITY_UNITS;

  /** As `readPeriod` reads it. */
  @Column('text')
  period: string;

  @Column('text')
  @OneOf(wordsOf(PERIOD_PRECISIONS))
  closeness: PeriodPrecision;

  /** A figure for several areas is for all of them together, and is never split. */
  @Column('text', { array: true })
  areas: string[];

  @Column('text')
  source: string;

  @Column('text')
  @OneOf(wordsOf(FIGURE_STATUSES))
  status: keyof typeof FIGURE_STATUSES;

  /** As it was said; only the trust's people, auditors and the operator read it. */
  @Column('integer', { nullable: true })
  value: number | null;

  /** The same as everyone reads it. */
  @Column('integer', { nullable: true })
  publishedValue: number | null;
}
