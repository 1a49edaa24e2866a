import { Column, Entity } from 'typeorm';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PartOfFlow } from './part-of-flow.entity.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';

/** Why a report was made: the flow was submitted, somebody signed, or it was judged anew under another rule set or day. */
export const REPORT_OCCASIONS = ['submission', 'sign-off', 're-evaluation'] as const;

/** One of those occasions. */
export type ReportOccasion = (typeof REPORT_OCCASIONS)[number];

/** The parts of the register that are compared with a flow and can hold more than is compared at once. */
export const PARTS_OF_REGISTER = ['closed-schemes', 'own-flows', 'flows-elsewhere'] as const;

/** One of those parts. */
export type PartOfRegister = (typeof PARTS_OF_REGISTER)[number];

/**
 * What every rule said of a submitted flow on one day, with the versions of the rules and the hash of what they looked
 * at. It is never changed: a later rule set makes another report beside it.
 */
@Entity('data_sharing.rule_report')
@Recorded({ kind: 'rule-report', log: 'staff', committed: ['results'] })
export class RuleReport extends PartOfFlow {
  @Column('text')
  @OneOf(REPORT_OCCASIONS)
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

  /** The parts of the register of which only some was looked at; null when all of each was. */
  @Column('text', { array: true, nullable: true })
  @OneOf(PARTS_OF_REGISTER)
  readInPart: readonly PartOfRegister[] | null;
}
