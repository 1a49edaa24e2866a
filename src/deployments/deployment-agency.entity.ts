import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { wordsOf } from '../kernel/words/words-of.js';
import { OneOf, Recorded } from '../platform/database/recorded.js';
import { PartOfDeployment } from './part-of-deployment.entity.js';

/** The parts that agencies play in a scheme, with the words a reader sees. */
export const AGENCY_PARTS = {
  TRUST: 'NHS trust',
  POLICE: 'Police',
  AMBULANCE: 'Ambulance service',
  VCSE: 'Voluntary or community organisation',
  COMMISSIONER: 'Commissioner',
  FUNDER: 'Funder',
  TRAINER: 'Trainer or supplier',
  INNOVATION_NETWORK: 'Innovation network',
  OTHER: 'Other agency',
} as const;

/** The code of a part that an agency plays. */
export type AgencyPart = keyof typeof AGENCY_PARTS;

/** The codes of the parts that an agency plays. */
export const AGENCY_PART_CODES = wordsOf(AGENCY_PARTS);

/** One organisation that took part in a scheme, and as what. An agency the register does not hold is kept by name. */
@Entity('deployments.deployment_agency')
@Recorded({ kind: 'deployment-agency', log: 'staff', committed: [] })
export class DeploymentAgency extends PartOfDeployment {
  /** The organisation in the register; null when the register does not hold it. */
  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  /** Its name as given; null when the register holds it. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text')
  @OneOf(AGENCY_PART_CODES)
  part: AgencyPart;

  /** The claim that it rests on; null when the trust gave it itself. */
  @Column('text', { nullable: true })
  claimKey: string | null;

  @Column('date', { nullable: true })
  withdrawnOn: CalendarDay | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;
}
