import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PROPOSAL_DECISIONS, type InfluenceFacts } from '../maturity/co-production-record.js';
import { WithdrawablePart } from './part-of-co-production.entity.js';

/** A proposal that people made and what became of it; the fingerprints of the document before and after trace the change. */
@Entity('co_production.influence')
@Recorded({ kind: 'influence', log: 'staff', committed: [] })
export class Influence extends WithdrawablePart {
  @Column('uuid')
  involvementId: Uuid;

  @Column('text')
  proposal: string;

  /** Who proposed it: a group, never a person. */
  @Column('text')
  proposedBy: string;

  @Column('text')
  @OneOf(PROPOSAL_DECISIONS)
  decision: InfluenceFacts['decision'];

  @Column('text')
  reason: string;

  @Column('boolean')
  answeredInWriting: boolean;

  /** The document that changed; null when none did. */
  @Column('text', { nullable: true })
  artefact: string | null;

  /** SHA-256 of the document before; null when there is none. */
  @Column('text', { nullable: true })
  beforeHash: string | null;

  /** SHA-256 of the document after; null when there is none. */
  @Column('text', { nullable: true })
  afterHash: string | null;
}
