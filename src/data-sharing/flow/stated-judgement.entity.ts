import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PartOfFlow } from './part-of-flow.entity.js';

/** The posts in which a person judges what a record only states. */
export const JUDGING_POSTS = ['CALDICOTT_GUARDIAN', 'DPO', 'REVIEWER'] as const;

/** One of those posts. */
export type JudgingPost = (typeof JUDGING_POSTS)[number];

/** What a person finds of words that a record states. */
export const JUDGED_FINDINGS = ['ADEQUATE', 'NOT_ADEQUATE', 'CANNOT_TELL'] as const;

/** One of those findings. */
export type JudgedFinding = (typeof JUDGED_FINDINGS)[number];

/**
 * What a person other than the writers finds of one result that a submitted version only states. The words are frozen with
 * it, by the hash of the record and the message of the rule. It never changes the result, and a later one stands beside it.
 */
@Entity('data_sharing.stated_judgement')
@Recorded({ kind: 'stated-judgement', log: 'staff', committed: ['judgedBy'] })
export class StatedJudgement extends PartOfFlow {
  /** The stored report that holds the result. */
  @Column('uuid')
  reportId: Uuid;

  /** SHA-256 of the record that the report was made of, as the report says it. */
  @Column('text')
  inputHash: string;

  /** The rule by its id, for example `R-CF-01`. */
  @Column('text')
  rule: string;

  @Column('integer')
  ruleVersion: number;

  /** What the rule says that the record states, as the report holds it. */
  @Column('text')
  said: string;

  @Column('text')
  @OneOf(JUDGING_POSTS)
  post: JudgingPost;

  @Column('text')
  @OneOf(JUDGED_FINDINGS)
  finding: JudgedFinding;

  @Column('text')
  reason: string;

  @Column('uuid')
  judgedBy: Uuid;

  @Column('date')
  judgedOn: string;
}
