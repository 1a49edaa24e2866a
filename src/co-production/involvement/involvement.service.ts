import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted, OutOfTurn } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import type { PartOwnership } from '../part-of-co-production.entity.js';
import type { AttestationView } from '../co-production-view.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { Influence } from './influence.entity.js';
import { InvolvementPayment } from './involvement-payment.entity.js';
import { Involvement } from './involvement.entity.js';
import { ParticipantGroup } from './participant-group.entity.js';
import { StageAccount, type AccountFact } from '../accounts/stage-account.entity.js';
import type { Stage } from '../maturity/co-production-record.js';
import type { NewParticipantGroup, NewInfluence, NewInvolvement, NewPayment } from './new-involvement.js';

/** What a trust records of how people were involved in its scheme; one method per act. */
@Injectable()
export class InvolvementService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: CoProductionQueries,
    private readonly deployments: DeploymentsQueries,
  ) {}

  /**
   * A trust tells a stage, or tells it anew.
   * @throws OutOfTurn once a group has answered for the account: what was attested must stay what it was.
   */
  async recordStage(
    actor: Actor,
    deploymentId: Uuid,
    told: { readonly stage: Stage; readonly facts: readonly AccountFact[]; readonly told: string },
  ): Promise<Uuid> {
    const belonging = await this.belonging(actor, deploymentId);
    const { accounts, attestations } = await this.queries.of(actor, deploymentId);
    if (attestations.some((said) => said.stage === told.stage && isStanding(said)))
      throw new OutOfTurn(
        'A group has answered for this account, so it stays as it is. Record activities instead.',
      );
    const there = accounts.find(({ stage }) => stage === told.stage);
    const account = Object.assign(new StageAccount(), belonging, {
      id: newId(),
      stage: told.stage,
      facts: [...told.facts],
      told: told.told,
    });
    const act = there
      ? changing('tell', StageAccount, there.id, { change: (one: StageAccount) => one.rewrite(told) })
      : adding('tell', StageAccount, account);
    await this.ledger.perform(actor, act);
    return there?.id ?? account.id;
  }

  /** A trust records an activity, with whoever took part, payment and proposals as far as they are told with it. */
  async record(actor: Actor, deploymentId: Uuid, told: NewInvolvement): Promise<Uuid> {
    const belonging = await this.belonging(actor, deploymentId);
    const { once, groups = [], payment, influences = [], ...activity } = told;
    const id = once ?? newId();
    const involvement = Object.assign(new Involvement(), belonging, activity, {
      id,
      namedPeople: [...activity.namedPeople],
    });
    const part = { ...belonging, involvementId: id };
    try {
      await this.ledger.perform(
        actor,
        adding('tell', Involvement, involvement),
        ...groups.map((group) => adding('tell', ParticipantGroup, groupRecord(group, part))),
        ...(payment ? [adding('tell', InvolvementPayment, paymentRecord(payment, part))] : []),
        ...influences.map((influence) => adding('tell', Influence, influenceRecord(influence, part))),
      );
    } catch (refusal) {
      if (!(refusal instanceof OutOfTurn) || (await this.queries.deploymentOf(actor, id)) === null)
        throw refusal;
    }
    return id;
  }

  /** A trust adds people who took part. */
  async addGroup(actor: Actor, involvementId: Uuid, told: NewParticipantGroup): Promise<Uuid> {
    const group = groupRecord(told, await this.partOf(actor, involvementId));
    await this.ledger.perform(actor, adding('tell', ParticipantGroup, group));
    return group.id;
  }

  /** A trust tells whether people were paid, once for an activity. */
  async recordPayment(actor: Actor, involvementId: Uuid, told: NewPayment): Promise<Uuid> {
    const payment = paymentRecord(told, await this.partOf(actor, involvementId));
    await this.ledger.perform(actor, adding('tell', InvolvementPayment, payment));
    return payment.id;
  }

  /** A trust adds a proposal and what became of it. */
  async addInfluence(actor: Actor, involvementId: Uuid, told: NewInfluence): Promise<Uuid> {
    const influence = influenceRecord(told, await this.partOf(actor, involvementId));
    await this.ledger.perform(actor, adding('tell', Influence, influence));
    return influence.id;
  }

  /**
   * A trust opens everything that it has recorded of a deployment so far.
   * @throws OutOfTurn while the deployment itself is a draft, or when there is nothing to open.
   */
  async publish(actor: Actor, deploymentId: Uuid): Promise<void> {
    const [deployment, parts] = await Promise.all([
      this.found(actor, deploymentId),
      this.queries.unopened(actor, deploymentId),
    ]);
    if (!deployment.published)
      throw new OutOfTurn('Publish the deployment first, then how people were involved in it.');
    const open = (part: { publish(): void }): void => part.publish();
    const acts: Act[] = [
      ...parts.involvement.map((id) => changing('publish', Involvement, id, { change: open })),
      ...parts.participant_group.map((id) => changing('publish', ParticipantGroup, id, { change: open })),
      ...parts.payment.map((id) => changing('publish', InvolvementPayment, id, { change: open })),
      ...parts.influence.map((id) => changing('publish', Influence, id, { change: open })),
      ...parts.stage_account.map((id) => changing('publish', StageAccount, id, { change: open })),
    ];
    if (acts.length === 0) throw new OutOfTurn('There is nothing new to publish.');
    await this.ledger.perform(actor, ...acts);
  }

  private async belonging(actor: Actor, deploymentId: Uuid): Promise<PartOwnership> {
    const { id, leadOrganisationId } = await this.found(actor, deploymentId);
    if (leadOrganisationId === null) throw new NotPermitted('No trust answers for this deployment.');
    return { deploymentId: id, leadOrganisationId, published: false };
  }

  private async partOf(actor: Actor, involvementId: Uuid): Promise<PartOfInvolvement> {
    const deploymentId = await this.queries.deploymentOf(actor, involvementId);
    if (deploymentId === null) throw new NotFound();
    return { ...(await this.belonging(actor, deploymentId)), involvementId };
  }

  private async found(actor: Actor, deploymentId: Uuid): Promise<DeploymentDetail> {
    const deployment = await this.deployments.one(actor, deploymentId);
    if (!deployment) throw new NotFound();
    return deployment;
  }
}

function isStanding({ statement, withdrawnOn }: AttestationView): boolean {
  return statement !== null && statement !== 'decline' && withdrawnOn === null;
}

interface PartOfInvolvement extends PartOwnership {
  readonly involvementId: Uuid;
}

function groupRecord(told: NewParticipantGroup, part: PartOfInvolvement): ParticipantGroup {
  return Object.assign(new ParticipantGroup(), part, told, { id: newId(), experience: [...told.experience] });
}

function paymentRecord(told: NewPayment, part: PartOfInvolvement): InvolvementPayment {
  return Object.assign(new InvolvementPayment(), part, told, { id: newId() });
}

function influenceRecord(told: NewInfluence, part: PartOfInvolvement): Influence {
  return Object.assign(new Influence(), part, told, { id: newId() });
}
