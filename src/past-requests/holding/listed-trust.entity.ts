import { Column, Entity } from 'typeorm';
import type { CitedSource } from '../../deployments/claims/claim.entity.js';
import { CLAIM_CONFIDENCES, type ClaimConfidence } from '../../deployments/deployment.entity.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { SERVICES_GIVEN_CODES, type ServicesGiven } from './request-words.js';

/**
 * A trust on a list of those there were at a time, such as the mental health trusts of May 2021: what type it was of, by
 * which source, and how sure that is. What became of it is told by the successions of the register.
 */
@Entity('past_requests.listed_trust')
@Recorded({ kind: 'listed-trust', log: 'staff', committed: [] })
export class ListedTrust extends RecordedEntity {
  /** The list that it stands on. */
  @Column('text')
  list: string;

  /** What time the list is of, as closely as it is meant. */
  @Column('text')
  listAsOf: string;

  @Column('uuid')
  organisationId: Uuid;

  /** What it was called then, where that was another name than the register's. */
  @Column('text', { nullable: true })
  nameThen: string | null;

  @Column('text')
  @OneOf(SERVICES_GIVEN_CODES)
  gave: ServicesGiven;

  /** The sources of its type. */
  @Column('jsonb')
  sources: readonly CitedSource[];

  /** How sure its type is. */
  @Column('text')
  @OneOf(CLAIM_CONFIDENCES)
  confidence: ClaimConfidence;

  /** How sure it is that it was of this type at the time of the list: sources may be of another year. */
  @Column('text')
  @OneOf(CLAIM_CONFIDENCES)
  thenConfidence: ClaimConfidence;

  @Column('text', { nullable: true })
  note: string | null;
}
