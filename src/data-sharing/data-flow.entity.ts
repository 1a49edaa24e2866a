import { Column, Entity } from 'typeorm';
import { OutOfTurn } from '../kernel/refusal.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';
import type { Explanations } from './judging/explanations.js';
import type { FlowContent } from './judging/flow-content.js';

/** What becomes of a draft when it is submitted. */
export interface Submission {
  readonly by: Uuid;
  readonly on: string;
  readonly explanations: Explanations;
}

/**
 * One version of a data flow of a deployment. A draft is its trust's own and changes; a submitted version never changes
 * again, it is only followed by a new version that says why.
 */
@Entity('data_sharing.data_flow')
@Recorded({ kind: 'data-flow', log: 'staff', committed: ['content', 'explanations', 'submittedBy'] })
export class DataFlow extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  /** The trust that is responsible for the record, which leads the deployment. */
  @Column('uuid')
  organisationId: Uuid;

  /** The id of the first version, the same in every later one. */
  @Column('uuid')
  seriesId: Uuid;

  /** Counts from 1. */
  @Column('integer')
  version: number;

  @Column('text')
  title: string;

  /** The flow in the structure of `record/data-flow.ts`, without what Candour itself knows of it. */
  @Column('jsonb')
  content: FlowContent;

  @Column('uuid', { nullable: true })
  replacesId: Uuid | null;

  /** Why there is a new version; null for the first. */
  @Column('text', { nullable: true })
  replacesReason: string | null;

  /** What the trust says about the rules that its record does not meet, by rule; empty while a draft. */
  @Column('jsonb')
  explanations: Explanations;

  @Column('boolean')
  submitted: boolean;

  @Column('date', { nullable: true })
  submittedOn: string | null;

  @Column('uuid', { nullable: true })
  submittedBy: Uuid | null;

  /** Takes what a person wrote into the draft. */
  rewrite(title: string, content: FlowContent): void {
    this.mustBeDraft();
    this.title = title;
    this.content = content;
  }

  /** Closes this version for good and opens it to those who sign and review. */
  submit({ by, on, explanations }: Submission): void {
    this.mustBeDraft();
    this.submitted = true;
    this.submittedBy = by;
    this.submittedOn = on;
    this.explanations = explanations;
  }

  private mustBeDraft(): void {
    if (!this.submitted) return;
    throw new OutOfTurn('This version is submitted and stays as it is. Make a new version and say why.');
  }
}
