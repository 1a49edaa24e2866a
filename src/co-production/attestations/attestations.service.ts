import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Attestation, type AttestationAnswer } from './attestation.entity.js';
import { CoProductionQueries } from '../co-production.queries.js';
import type { Stage } from '../maturity/co-production-record.js';

/** What user-led groups are asked of a trust's account, and what they say. */
@Injectable()
export class AttestationsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: CoProductionQueries,
    private readonly deployments: DeploymentsQueries,
    private readonly clock: Clock,
  ) {}

  /** A trust asks a group whether its published account of a stage is true. */
  async ask(
    actor: Actor,
    deploymentId: Uuid,
    asked: { readonly groupId: Uuid; readonly stage: Stage; readonly replyBy: string },
  ): Promise<Uuid> {
    if (asked.replyBy <= this.clock.today())
      throw new Unprocessable([{ field: 'replyBy', text: 'The day to answer by must be in the future.' }]);
    const attestation = await this.unanswered(actor, deploymentId, asked);
    Object.assign(attestation, { askedOn: this.clock.today(), replyBy: asked.replyBy });
    const { accounts } = await this.queries.of(actor, deploymentId);
    if (!accounts.some(({ stage, published }) => stage === asked.stage && published))
      throw new OutOfTurn(
        'Publish your account of this stage first, so that the group can read what it is asked about.',
      );
    await this.ledger.perform(actor, adding('ask', Attestation, attestation));
    return attestation.id;
  }

  /** A group answers what it was asked, once. */
  async attest(actor: Actor, id: Uuid, answer: AttestationAnswer): Promise<void> {
    const change = (one: Attestation): void => one.answer(answer, this.clock.today());
    await this.ledger.perform(actor, changing('attest', Attestation, id, { change }));
  }

  /** A group says what it thinks of an account without having been asked. */
  async offer(
    actor: Actor,
    deploymentId: Uuid,
    said: { readonly groupId: Uuid; readonly stage: Stage; readonly answer: AttestationAnswer },
  ): Promise<Uuid> {
    const attestation = await this.unanswered(actor, deploymentId, said);
    attestation.answer(said.answer, this.clock.today());
    await this.ledger.perform(actor, adding('attest', Attestation, attestation));
    return attestation.id;
  }

  /** A group withdraws what it said, with its reason; both stay to be read. */
  async withdraw(actor: Actor, id: Uuid, reason: string): Promise<void> {
    const change = (one: Attestation): void => one.withdraw(reason, this.clock.today());
    await this.ledger.perform(actor, changing('withdraw', Attestation, id, { change, reason }));
  }

  private async unanswered(
    actor: Actor,
    deploymentId: Uuid,
    { groupId, stage }: { readonly groupId: Uuid; readonly stage: Stage },
  ): Promise<Attestation> {
    const [deployment, groups] = await Promise.all([
      this.deployments.one(actor, deploymentId),
      this.queries.groups(actor),
    ]);
    if (!deployment?.leadOrganisationId) throw new NotFound();
    if (!groups.some(({ id }) => id === groupId))
      throw new Unprocessable([{ field: 'group', text: 'Select a user-led group of the register.' }]);
    return Object.assign(new Attestation(), {
      id: newId(),
      deploymentId: deployment.id,
      leadOrganisationId: deployment.leadOrganisationId,
      groupId,
      published: false,
      stage,
      askedOn: null,
      replyBy: null,
      statement: null,
      text: null,
      userControlled: null,
      funded: null,
      conflict: null,
      paidBy: null,
      signedOn: null,
      withdrawnOn: null,
      withdrawnBecause: null,
    });
  }
}
