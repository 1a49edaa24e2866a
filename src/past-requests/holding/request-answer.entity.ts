import { Column, Entity } from 'typeorm';
import type { CitedSource } from '../../deployments/claims/claim.entity.js';
import { CLAIM_CONFIDENCES, type ClaimConfidence } from '../../deployments/deployment.entity.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { ANSWER_KIND_CODES, type AnswerKind } from './request-words.js';

/** What a source says of an answer to a past request, or of something that is easily taken for one. */
@Entity('past_requests.answer')
@Recorded({ kind: 'past-answer', log: 'staff', committed: [] })
export class RequestAnswer extends RecordedEntity {
  @Column('text')
  key: string;

  @Column('uuid')
  requestId: Uuid;

  /** Who answered; null where the source names nobody. */
  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  @Column('text')
  @OneOf(ANSWER_KIND_CODES)
  kind: AnswerKind;

  /** One plain sentence that says who says it. */
  @Column('text')
  statement: string;

  @Column('text', { nullable: true })
  dated: string | null;

  /** The date of the source; null where it carries none. */
  @Column('text', { nullable: true })
  asOf: string | null;

  @Column('jsonb')
  sources: readonly CitedSource[];

  @Column('text')
  @OneOf(CLAIM_CONFIDENCES)
  confidence: ClaimConfidence;

  @Column('text', { array: true })
  cautions: string[];
}
