import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import {
  EXPERIENCES,
  GROUP_SIZES,
  RECRUITMENTS,
  type Experience,
  type GroupFacts,
} from '../maturity/co-production-record.js';
import { WithdrawablePart } from './part-of-co-production.entity.js';

/** People who took part together: what they had lived through, told by themselves, and how many as a band. */
@Entity('co_production.participant_group')
@Recorded({ kind: 'participant-group', log: 'staff', committed: [] })
export class ParticipantGroup extends WithdrawablePart {
  @Column('uuid')
  involvementId: Uuid;

  @Column('text', { array: true })
  @OneOf(EXPERIENCES)
  experience: readonly Experience[];

  /** A band: an exact small number could tell who somebody is. */
  @Column('text')
  @OneOf(GROUP_SIZES)
  count: GroupFacts['count'];

  @Column('text')
  @OneOf(RECRUITMENTS)
  recruitedVia: GroupFacts['recruitedVia'];

  @Column('boolean')
  countedAsLivedExperience: boolean;

  @Column('boolean')
  includesFounder: boolean;

  /** What they were there as: members, advisers, chair. */
  @Column('text')
  role: string;

  @Column('boolean')
  vote: boolean;
}
