import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Deployment } from '../deployment.entity.js';
import { lockedDeployment } from '../locked-deployment.js';
import type { OffenceHistory } from '../offence-history.js';

/** What a trust says of the people on its scheme. */
export interface CohortInput {
  readonly offenceHistory: OffenceHistory;
  /** Why it says otherwise now; needed where everyone could read what it said before. */
  readonly reason?: string | undefined;
  /** The revision of the deployment that the trust saw. */
  readonly expected?: number;
}

/** What trusts say of all the people on a scheme together. */
@Injectable()
export class CohortService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * A trust says whether the people on its scheme have a history of offences, and may say otherwise later: what it said
   * before stays in the log. The same answer on the same day is one act.
   */
  async describe(actor: Actor, id: Uuid, { offenceHistory, reason, expected }: CohortInput): Promise<void> {
    const today = this.clock.today();
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) =>
        this.access.require(actor, 'describe', seen),
      );
      if (deployment.offenceHistory === offenceHistory && deployment.offenceHistoryOn === today) return;
      await perform(
        changing('describe', Deployment, id, {
          change: (one) => one.describeCohort(offenceHistory, today, reason ?? null),
          reason: reason ?? null,
          expected: expected ?? null,
        }),
      );
    });
  }
}
