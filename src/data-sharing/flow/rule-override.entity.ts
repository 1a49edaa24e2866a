import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PartOfFlow } from './part-of-flow.entity.js';

/** The outcomes that can be overridden: the rule is not met, or asks for care. */
export const OVERRIDDEN_OUTCOMES = ['FAIL', 'WARN'] as const;

/** One of those outcomes. */
export type OverriddenOutcome = (typeof OVERRIDDEN_OUTCOMES)[number];

/**
 * A lead reviewer's published view that one result of one report should weigh otherwise, with reason and evidence. The
 * result itself stays where it is and is always shown beside it.
 */
@Entity('data_sharing.rule_override')
@Recorded({ kind: 'rule-override', log: 'staff', committed: ['madeBy'] })
export class RuleOverride extends PartOfFlow {
  @Column('uuid')
  reportId: Uuid;

  /** The rule by its id, for example `R-A9-07`. */
  @Column('text')
  rule: string;

  @Column('integer')
  ruleVersion: number;

  /** The outcome that stands in the report. */
  @Column('text')
  @OneOf(OVERRIDDEN_OUTCOMES)
  outcome: OverriddenOutcome;

  @Column('text')
  reason: string;

  /** What the reason rests on: a document and where it is found. */
  @Column('text')
  evidence: string;

  @Column('uuid')
  madeBy: Uuid;

  @Column('date')
  madeOn: string;
}
