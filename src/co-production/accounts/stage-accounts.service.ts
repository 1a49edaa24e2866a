import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { AttestationView } from '../co-production-view.js';
import { coProductionOf } from '../co-production.queries.js';
import type { Stage } from '../maturity/co-production-record.js';
import { ownershipOf } from '../own-co-production.js';
import { StageAccount, type AccountFact } from '../record/stage-account.entity.js';

/** What a trust says of one stage. */
export interface NewStageAccount {
  readonly stage: Stage;
  readonly facts: readonly AccountFact[];
  /** What happened, in the trust's words. */
  readonly told: string;
}

/** A trust's account of each stage of its scheme. */
@Injectable()
export class StageAccountsService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * A trust gives its account of a stage, or gives it anew.
   * @throws OutOfTurn once a group has answered for the account: what was attested must stay what it was.
   */
  async record(actor: Actor, deploymentId: Uuid, account: NewStageAccount): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const ownership = await ownershipOf(look, deploymentId);
      const [recorded] = await look(coProductionOf(deploymentId));
      if (recorded?.attestations.some((one) => one.stage === account.stage && isStanding(one)) === true)
        throw new OutOfTurn(
          'A group has answered for this account, so it stays as it is. Record activities instead.',
        );
      const there = recorded?.accounts.find(({ stage }) => stage === account.stage);
      const id = there?.id ?? newId();
      const change = (one: StageAccount): void => one.rewrite(account);
      await perform(
        there
          ? changing('tell', StageAccount, id, { change })
          : adding('tell', StageAccount, made(StageAccount, { id, ...ownership, ...account })),
      );
      return id;
    });
  }
}

function isStanding({ statement, withdrawnOn }: AttestationView): boolean {
  return statement !== null && statement !== 'decline' && withdrawnOn === null;
}
