import { Column, Entity } from 'typeorm';
import { Recorded } from '../../platform/database/recorded.js';
import type { Stage, StageFacts } from '../maturity/co-production-record.js';
import { PartOfCoProduction } from '../part-of-co-production.entity.js';

/** What can be said of a stage of a scheme and cannot be worked out from its activities. */
export type AccountFact = Exclude<keyof StageFacts, 'stage'> | 'wordsReusedWithoutConsent';

/** A trust's account of one stage: which of the things that can be observed it says were there. */
@Entity('co_production.stage_account')
@Recorded({ kind: 'stage-account', log: 'staff', committed: [] })
export class StageAccount extends PartOfCoProduction {
  @Column('text')
  stage: Stage;

  /** The names of the facts that the account says hold; see `account-facts.ts`. */
  @Column('text', { array: true })
  facts: AccountFact[];

  /** What happened, in the trust's words. */
  @Column('text')
  told: string;

  /** Tells the stage anew; every earlier account stays in the log. */
  rewrite(account: { readonly facts: readonly AccountFact[]; readonly told: string }): void {
    this.facts = [...account.facts];
    this.told = account.told;
  }
}
