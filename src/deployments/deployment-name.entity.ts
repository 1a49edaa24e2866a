import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import { wordsOf } from '../kernel/words/words-of.js';
import { OneOf, Recorded } from '../platform/database/recorded.js';
import { PartOfDeployment } from './part-of-deployment.entity.js';

/** What kinds of name there are, with the words a reader sees. */
export const NAME_KINDS = {
  LOCAL: 'Used locally',
  FORMER: 'Used earlier',
  LATER: 'Used later',
  REPORTED: 'Found in a source',
} as const;

/** The code of a kind of name. */
export type NameKind = keyof typeof NAME_KINDS;

/** The codes of the kinds of name. */
export const NAME_KIND_CODES = wordsOf(NAME_KINDS);

/** One name that a scheme has gone by, with where that name comes from, so that a renamed scheme is still found. */
@Entity('deployments.deployment_name')
@Recorded({ kind: 'deployment-name', log: 'staff', committed: [] })
export class DeploymentName extends PartOfDeployment {
  @Column('text')
  name: string;

  @Column('text')
  @OneOf(NAME_KIND_CODES)
  kind: NameKind;

  /** The claim that it rests on; null when the trust gave it itself. */
  @Column('text', { nullable: true })
  claimKey: string | null;

  @Column('date', { nullable: true })
  withdrawnOn: CalendarDay | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;
}
