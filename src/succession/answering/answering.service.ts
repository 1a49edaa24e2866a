import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { lockedDeployment } from '../../deployments/locked-deployment.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { addingOnce, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { SuccessionWatch, type WatchedPair } from '../watching/succession-watch.js';
import type { AnswerSuccession } from './answer-succession.form.js';
import { SuccessionAnswer } from './succession-answer.entity.js';

/** How the trust of either scheme answers what was computed. */
@Injectable()
export class AnsweringSuccessionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly watch: SuccessionWatch,
    private readonly deployments: DeploymentsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * What is suggested of these two, for the trust of either.
   * @throws NotFound where nothing is, or one cannot be seen; NotPermitted where the actor's trust leads neither.
   */
  async pairToAnswer(actor: Actor, one: string, other: string): Promise<WatchedPair> {
    const [{ id }, beside] = await Promise.all([
      this.deployments.named(actor, one),
      this.deployments.named(actor, other),
    ]);
    const pair = await this.watch.between(actor, id, beside.id);
    if (!pair) throw new NotFound();
    if (!pair.mayAnswerFor)
      throw new NotPermitted('Only the trust of one of the two schemes answers, once both are public.');
    return pair;
  }

  /**
   * A trust confirms that one scheme follows the other, or says why not. It answers to what is shared at this moment. Where
   * the trust registered the later scheme itself and it follows no other, the lineage is recorded in the same act.
   */
  async answer(
    actor: Actor,
    { earlier, later, shared, mayAnswerFor }: WatchedPair,
    { once, ...said }: ValuesIn<typeof AnswerSuccession>,
  ): Promise<Uuid> {
    if (!mayAnswerFor?.trust) throw new NotPermitted();
    const follows = said.says === 'FOLLOWS';
    const answer = made(SuccessionAnswer, {
      id: once,
      ...{ earlierId: earlier.id, laterId: later.id },
      ...{ schemeId: mayAnswerFor.id, organisationId: mayAnswerFor.trust.id },
      says: said.says,
      ended: follows ? null : (said.ended ?? null),
      different: follows ? null : (said.different ?? null),
      people: follows ? null : (said.people ?? null),
      features: shared.map(({ key }) => key),
      answeredOn: this.clock.today(),
    });
    await this.ledger.decide(actor, async ({ look, perform }) => {
      const sent = { about: earlier.id, said: { ...said, laterId: later.id } };
      const performed = await perform(addingOnce('answer', SuccessionAnswer, answer, sent));
      if (performed === 'repeated' || !follows || mayAnswerFor.id !== later.id) return;
      const scheme = await lockedDeployment(look, later.id, (seen) =>
        this.access.require(actor, 'correct', seen),
      );
      if (scheme.registeredBy === 'trust' && scheme.succeedsId === null)
        await perform(
          changing('correct', Deployment, later.id, {
            change: (one) => one.follow(earlier.id),
            reason: 'The trust confirmed that it follows an earlier scheme.',
          }),
        );
    });
    return answer.id;
  }
}
