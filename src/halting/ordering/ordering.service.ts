import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import { partFields } from '../../deployments/part-of-deployment.entity.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotPermitted, Unprocessable } from '../../kernel/refusal.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { HaltStandingsQueries, type HaltStanding } from './halt-standings.queries.js';
import type { OrderHaltFromOutside } from './order-halt.form.js';

/** Takes orders to halt from outside the trust. */
@Injectable()
export class OrderingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly standings: HaltStandingsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * For whom this person may order the scheme to halt.
   * @throws NotPermitted for whoever may not at all.
   */
  async standingsOf(actor: Actor, scheme: DeploymentDetail): Promise<readonly HaltStanding[]> {
    const standings = scheme.published ? await this.standings.of(actor, scheme.id) : [];
    if (standings.length === 0) throw new NotPermitted(WHO_ORDERS);
    return standings;
  }

  /** Orders a scheme to halt and returns the id of the order; sent twice with one token, it is one order. */
  async order(
    actor: Actor,
    scheme: DeploymentDetail,
    values: ValuesIn<typeof OrderHaltFromOutside>,
  ): Promise<Uuid> {
    const standings = await this.standingsOf(actor, scheme);
    const standing = standings.find(({ id }) => id === values.givenFor);
    if (!standing)
      throw new Unprocessable([{ field: 'givenFor', text: 'Select a body or a review of your own' }]);
    const today = this.clock.today();
    if (values.orderedOn > today)
      throw new Unprocessable([
        { field: 'orderedOn', text: 'The day of the order must be today or in the past' },
      ]);
    const halt = made(Halt, {
      ...partFields(scheme),
      ...{ id: values.once, orderedBy: values.post, orderedOn: values.orderedOn, reason: values.reason },
      effectiveOn: values.when === 'at-once' ? values.orderedOn : (values.effectiveOn ?? values.orderedOn),
      ...standingColumns(standing),
      scope: values.what === 'part' ? (values.scope ?? null) : null,
      document: values.document ?? null,
      ...{ orderedByPerson: personIdOf(actor), recordedOn: today },
    });
    await this.ledger.perform(actor, addingOnce('order', Halt, halt, { about: scheme.id, said: values }));
    return halt.id;
  }
}

const WHO_ORDERS =
  'A scheme is ordered to halt by who commissions or pays for it, by NHS England, or by who leads a review of it in which a red line was settled at 0 or 1.';

function standingColumns({
  outside,
  id,
}: HaltStanding): Pick<Halt, 'outside' | 'organisationId' | 'reviewId'> {
  const isReview = outside === 'REVIEWER';
  return { outside, organisationId: isReview ? null : id, reviewId: isReview ? id : null };
}
