import { Column, Entity } from 'typeorm';
import type { CitedSource } from '../../deployments/claims/claim.entity.js';
import { CLAIM_CONFIDENCES, type ClaimConfidence } from '../../deployments/deployment.entity.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import {
  REQUEST_KIND_CODES,
  REQUEST_STANDING_CODES,
  type RequestKind,
  type RequestStanding,
} from './request-words.js';

/** What one source says of who asked, when or for what. Sources that do not agree stand side by side. */
export interface RequestReading {
  readonly statement: string;
  /** As closely as the source says; null where it gives no date. */
  readonly dated: string | null;
  readonly sources: readonly CitedSource[];
  readonly confidence: ClaimConfidence;
}

/** How many trusts somebody says that there were, and what is to be known before comparing it. */
export interface SaidCount {
  readonly count: number;
  readonly statement: string;
  readonly sources: readonly CitedSource[];
  readonly caution: string;
}

/** A request that somebody made of others before Candour: who asked, whom, for what and by when, as sources say. */
@Entity('past_requests.request')
@Recorded({ kind: 'past-request', log: 'staff', committed: [] })
export class PastRequest extends RecordedEntity {
  @Column('text')
  key: string;

  @Column('text')
  title: string;

  @Column('text')
  @OneOf(REQUEST_KIND_CODES)
  kind: RequestKind;

  @Column('text')
  @OneOf(REQUEST_STANDING_CODES)
  standing: RequestStanding;

  /** Who asked, in words, by body and post and never by a person's name. */
  @Column('text')
  askedBy: string;

  /** The organisation that asked, where the register holds it. */
  @Column('uuid', { nullable: true })
  askedById: Uuid | null;

  /** Who was asked, in words. */
  @Column('text')
  askedOf: string;

  /** The organisation that was asked, where it was one and the register holds it. */
  @Column('uuid', { nullable: true })
  askedOfId: Uuid | null;

  /** The key of the list of trusts that were asked, where a list of them was. */
  @Column('text', { nullable: true })
  askedList: string | null;

  /** What was asked about. */
  @Column('text')
  subject: string;

  /** What was asked for, in the order in which it was asked. */
  @Column('text', { array: true })
  aims: string[];

  /** When it was made, as closely as the first reading says. */
  @Column('text', { nullable: true })
  madeOn: string | null;

  /** By when an answer was asked for; null where no source says. */
  @Column('text', { nullable: true })
  dueOn: string | null;

  /** What is known of the day by which to answer. */
  @Column('text')
  dueNote: string;

  @Column('jsonb')
  readings: readonly RequestReading[];

  @Column('jsonb')
  counts: readonly SaidCount[];

  /** What a reader must know before relying on it. */
  @Column('text', { array: true })
  cautions: string[];

  @Column('text')
  @OneOf(CLAIM_CONFIDENCES)
  confidence: ClaimConfidence;

  /** True for the plainly invented requests of the demo world. */
  @Column('boolean')
  fictional: boolean;
}
