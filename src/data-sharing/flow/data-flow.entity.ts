import { Column, Entity } from 'typeorm';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { Explanations } from '../../legal-basis/explanations.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';

/** What becomes of a draft when it is submitted. */
export interface FlowSubmission {
  readonly by: Uuid;
  readonly on: string;
  readonly explanations: Explanations;
}

/** What somebody is told who would change or submit a draft that is put aside. */
export const TAKE_UP_FIRST = 'This draft is put aside. Take it up again first.';

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

  /**
   * What the trust says about the rules that its record does not meet, by rule. A draft keeps what was said so far, some of
   * it by `together-` and the page of the form whose rules it is said of.
   */
  @Column('jsonb')
  explanations: Explanations;

  @Column('boolean')
  submitted: boolean;

  @Column('date', { nullable: true })
  submittedOn: string | null;

  @Column('uuid', { nullable: true })
  submittedBy: Uuid | null;

  /** The day on which the draft was put aside; null while it stands. */
  @Column('date', { nullable: true })
  putAsideOn: string | null;

  @Column('text', { nullable: true })
  putAsideReason: string | null;

  /** Takes what a person wrote into the draft. */
  rewrite(title: string, content: FlowContent): void {
    this.mustStand();
    this.title = title;
    this.content = content;
  }

  /** Keeps what was said so far about rules that the draft does not meet. */
  explain(explanations: Explanations): void {
    this.mustStand();
    this.explanations = explanations;
  }

  /** Closes this version for good and opens it to those who sign and review. */
  submit({ by, on, explanations }: FlowSubmission): void {
    this.mustStand();
    this.submitted = true;
    this.submittedBy = by;
    this.submittedOn = on;
    this.explanations = explanations;
  }

  /** Takes the draft out of the flows that stand, for a reason, and keeps every answer in it as it is. */
  putAside(on: string, reason: string): void {
    this.mustBeDraft();
    if (this.putAsideOn !== null) throw new OutOfTurn('This draft is put aside already.');
    this.putAsideOn = on;
    this.putAsideReason = reason;
  }

  /** Puts a draft that was put aside back among the flows that stand; why it was put aside stays in the log. */
  takeUp(): void {
    if (this.putAsideOn === null) throw new OutOfTurn('This flow is not put aside.');
    this.putAsideOn = null;
    this.putAsideReason = null;
  }

  private mustStand(): void {
    this.mustBeDraft();
    if (this.putAsideOn !== null) throw new OutOfTurn(TAKE_UP_FIRST);
  }

  private mustBeDraft(): void {
    if (!this.submitted) return;
    throw new OutOfTurn('This version is submitted and stays as it is. Make a new version and say why.');
  }
}
