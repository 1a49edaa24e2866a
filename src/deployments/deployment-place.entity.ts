import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import { wordsOf } from '../kernel/words/words-of.js';
import { OneOf, Recorded } from '../platform/database/recorded.js';
import { PartOfDeployment } from './part-of-deployment.entity.js';

/** What sorts of place a scheme may lie in, with the words a reader sees. */
export const PLACE_KINDS = {
  REGION: 'Region',
  COUNTY: 'County, or several',
  TOWN: 'City, town or borough',
} as const;

/** The code of a sort of place. */
export type PlaceKind = keyof typeof PLACE_KINDS;

/** The codes of the sorts of place. */
export const PLACE_KIND_CODES = wordsOf(PLACE_KINDS);

/** One place in which a scheme lies, because a claim or its trust says so; never read out of a name. */
@Entity('deployments.deployment_place')
@Recorded({ kind: 'deployment-place', log: 'staff', committed: [] })
export class DeploymentPlace extends PartOfDeployment {
  @Column('text')
  name: string;

  @Column('text')
  @OneOf(PLACE_KIND_CODES)
  kind: PlaceKind;

  /** The claim that it rests on; null when the trust gave it itself. */
  @Column('text', { nullable: true })
  claimKey: string | null;

  @Column('date', { nullable: true })
  withdrawnOn: CalendarDay | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;
}
