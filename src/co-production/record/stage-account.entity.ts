import { Column, Entity } from 'typeorm';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { STAGE_FACTS, STAGES, type Stage } from '../maturity/co-production-record.js';
import { PartOfCoProduction } from './part-of-co-production.entity.js';

/** What an account may say of a stage: what decides its level, and what asks a reviewer to look. */
export const ACCOUNT_FACTS = [...STAGE_FACTS, 'wordsReusedWithoutConsent'] as const;

/** One of the facts of an account. */
export type AccountFact = (typeof ACCOUNT_FACTS)[number];

/** A trust's account of one stage: which of the things that can be observed it says were there. */
@Entity('co_production.stage_account')
@Recorded({ kind: 'stage-account', log: 'staff', committed: [] })
export class StageAccount extends PartOfCoProduction {
  @Column('text')
  @OneOf(STAGES)
  stage: Stage;

  /** The facts that the account says hold. */
  @Column('text', { array: true })
  @OneOf(ACCOUNT_FACTS)
  facts: readonly AccountFact[];

  /** What happened, in the trust's words. */
  @Column('text')
  told: string;

  /** Tells the stage anew; every earlier account stays in the log. */
  rewrite(account: { readonly facts: readonly AccountFact[]; readonly told: string }): void {
    this.facts = account.facts;
    this.told = account.told;
  }
}
