import { Column, Entity } from 'typeorm';
import type { Json } from '../../kernel/canonical-json.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import {
  CLAIM_CONFIDENCES,
  REGISTERED_BY,
  type ClaimConfidence,
  type RegisteredBy,
} from '../deployment.entity.js';
import type { ClaimFigures } from './claim-figures.js';
import { CLAIM_TOPICS, type ClaimTopic } from './claim-topics.js';

/** A source as a claim cites it, whole, so that the claim can be read without any other list. */
export interface CitedSource {
  /** The number it is cited by: `47`, `SEED-B`; null for a trust's own statement. */
  readonly ref: string | null;
  readonly title: string;
  readonly publisher: string;
  /** As closely as the source is dated; null where it carries no date. */
  readonly published: string | null;
  /** How sure that date is. */
  readonly publishedConfidence: ClaimConfidence;
  readonly urls: readonly string[];
}

/**
 * Something that a source says, kept as said. A claim is never overwritten by another: those that contradict each other
 * stand side by side, each with its source.
 */
@Entity('deployments.claim')
@Recorded({ kind: 'claim', log: 'staff', committed: [] })
export class Claim extends RecordedEntity {
  /** Its own across the whole register, so that any claim can point at any other. */
  @Column('text')
  key: string;

  /** Null for a claim that is about more than one scheme. */
  @Column('uuid', { nullable: true })
  deploymentId: Uuid | null;

  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  /** As its deployment is; always true for a claim from a public source. */
  @Column('boolean')
  published: boolean;

  @Column('text')
  @OneOf(REGISTERED_BY)
  registeredBy: RegisteredBy;

  @Column('text')
  @OneOf(CLAIM_TOPICS)
  topic: ClaimTopic;

  /** One plain sentence that says who says it. */
  @Column('text')
  statement: string;

  /** The bare value claimed, where there is one: a state, a count, a name. */
  @Column('jsonb', { nullable: true })
  value: Json;

  /** Figures with their stated definition, periods and units, where the claim has any. */
  @Column('jsonb', { nullable: true })
  figures: ClaimFigures | null;

  /** When what is claimed happened or was to happen, as closely as the source says. */
  @Column('text', { nullable: true })
  dated: string | null;

  /** True where the date is one that was planned, not one that is known to have been kept. */
  @Column('boolean')
  planned: boolean;

  /** The date of the source; null where it carries none. */
  @Column('text', { nullable: true })
  asOf: string | null;

  @Column('jsonb')
  sources: readonly CitedSource[];

  @Column('text')
  @OneOf(CLAIM_CONFIDENCES)
  confidence: ClaimConfidence;

  /** Keys of claims that do not agree with this one. */
  @Column('text', { array: true })
  contradicts: string[];

  /** What a reader must know before relying on it. */
  @Column('text', { array: true })
  cautions: string[];

  /** For a claim about more than one scheme: what it is about, in words; otherwise null. */
  @Column('text', { nullable: true })
  scope: string | null;

  /** For a claim about more than one scheme: the keys of the deployments it names or plainly includes. */
  @Column('text', { array: true })
  about: string[];

  /** The keys of the organisations that it concerns: whoever says it, and of whom it is said; null where none is named. */
  @Column('text', { array: true, nullable: true })
  bodies: string[] | null;

  @Column('date', { nullable: true })
  withdrawnOn: CalendarDay | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;

  /** Follows its deployment into the public register. */
  publish(): void {
    this.published = true;
  }
}
