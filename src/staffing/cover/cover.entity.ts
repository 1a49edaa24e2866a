import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** When somebody else must do the work. */
export const ABSENCES = {
  SICKNESS: 'Sickness',
  HOLIDAY: 'Holidays',
  STRESS: 'Stress or distress at work',
  VACANCY: 'A vacant post',
} as const;

/** Who does the work then. */
export const ARRANGEMENTS = {
  ANOTHER_TEAM_MEMBER: 'Another member of the team',
  ANOTHER_TEAM: 'Another team',
  SCHEME_STOPS: 'Nobody: the scheme stops for that time, and people are told',
  NOBODY: 'Nobody',
  NOT_KNOWN: 'Not known',
} as const;

/** Who does the work of the team when somebody cannot. */
@Entity('staffing.cover')
@Recorded({ kind: 'team-cover', log: 'staff', committed: [] })
export class Cover extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(ABSENCES))
  reason: keyof typeof ABSENCES;

  @Column('text')
  @OneOf(wordsOf(ARRANGEMENTS))
  arrangement: keyof typeof ARRANGEMENTS;

  /** The post or team that covers; needed where somebody does. */
  @Column('text', { nullable: true })
  coveredBy: string | null;

  /** Days on which nobody did the work, in the period; null where they were not counted. */
  @Column('integer', { nullable: true })
  daysWithout: number | null;

  /** What the days were counted over: `2019/20`. */
  @Column('text', { nullable: true })
  period: string | null;
}
