import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import type { RecordedClass } from '../../platform/database/recorded.js';
import { deploymentOwner } from '../co-production.queries.js';
import { Influence } from '../record/influence.entity.js';
import { InvolvementPayment } from '../record/involvement-payment.entity.js';
import { Involvement } from '../record/involvement.entity.js';
import { ParticipantGroup } from '../record/participant-group.entity.js';
import type { PartOfCoProduction } from '../record/part-of-co-production.entity.js';
import { StageAccount } from '../record/stage-account.entity.js';
import { unopenedParts } from './unopened.queries.js';

/** Opening what a trust has recorded of how people were involved. */
@Injectable()
export class CoProductionService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * A trust opens everything that it has recorded of a deployment so far.
   * @throws OutOfTurn while the deployment itself is a draft, or when there is nothing to open.
   */
  async publish(actor: Actor, deploymentId: Uuid): Promise<void> {
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const [deployment] = await look(deploymentOwner(deploymentId));
      if (!deployment) throw new NotFound();
      if (!deployment.published)
        throw new OutOfTurn('Publish the deployment first, then how people were involved in it.');
      const [parts] = await look(unopenedParts(deploymentId));
      const acts = [
        ...opening(Involvement, parts?.involvements),
        ...opening(ParticipantGroup, parts?.groups),
        ...opening(InvolvementPayment, parts?.payments),
        ...opening(Influence, parts?.influences),
        ...opening(StageAccount, parts?.accounts),
      ];
      if (acts.length === 0) throw new OutOfTurn('There is nothing new to publish.');
      await perform(...acts);
    });
  }
}

function opening<Part extends PartOfCoProduction>(
  kind: RecordedClass<Part>,
  ids: readonly Uuid[] = [],
): readonly Act[] {
  return ids.map((id) => changing('publish', kind, id, { change: (part) => part.publish() }));
}
