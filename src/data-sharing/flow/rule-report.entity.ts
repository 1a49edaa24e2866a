import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';

/** Why a report was made: the flow was submitted, somebody signed, or it was judged anew under another rule set or day. */
export type ReportOccasion = 'submission' | 'sign-off' | 're-evaluation';

/**
 * What every rule said of a submitted flow on one day, with the versions of the rules and the hash of what they looked
 * at. It is never changed: a later rule set makes another report beside it.
 */
@Entity('data_sharing.rule_report')
@Recorded({ kind: 'rule-report', log: 'staff', committed: ['results'] })
export class RuleReport extends RecordedEntity {
  @Column('uuid')
  flowId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  occasion: ReportOccasion;

  /** What readers see beside it, for example why it was judged anew. */
  @Column('text')
  label: string;

  /** The edition of the rule set: the day on which it was settled. */
  @Column('date')
  ruleSet: string;

  /** The day the rules stood at. */
  @Column('date')
  asAt: string;

  @Column('date')
  madeOn: string;

  /** SHA-256 of the canonical JSON of the record that was judged, sign-offs included. */
  @Column('text')
  inputHash: string;

  @Column('jsonb')
  results: readonly RuleResult[];
}
