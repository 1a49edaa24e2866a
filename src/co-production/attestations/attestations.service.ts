import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { coProductionOf, deploymentOwner } from '../co-production.queries.js';
import type { Stage } from '../maturity/co-production-record.js';
import { Attestation, type AttestationAnswer } from '../record/attestation.entity.js';
import { userLedGroup } from './attestations.queries.js';

/** Which account a group is asked about, or speaks of. */
export interface AttestedAccount {
  readonly groupId: Uuid;
  readonly stage: Stage;
}

/** What user-led groups are asked of a trust's account, and what they say. */
@Injectable()
export class AttestationsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** A trust asks a group whether its published account of a stage is true. */
  async ask(
    actor: Actor,
    deploymentId: Uuid,
    { replyBy, ...account }: AttestedAccount & { readonly replyBy: string },
  ): Promise<Uuid> {
    const askedOn = this.clock.today();
    if (replyBy <= askedOn)
      throw new Unprocessable([{ field: 'replyBy', text: 'The day to answer by must be in the future.' }]);
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const unanswered = await unansweredBy(look, deploymentId, account);
      const [recorded] = await look(coProductionOf(deploymentId));
      if (recorded?.accounts.some(({ stage, published }) => stage === account.stage && published) !== true)
        throw new OutOfTurn(
          'Publish your account of this stage first, so that the group can read what it is asked about.',
        );
      const attestation = made(Attestation, { ...unanswered, askedOn, replyBy });
      await perform(adding('ask', Attestation, attestation));
      return attestation.id;
    });
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
    { answer, ...account }: AttestedAccount & { readonly answer: AttestationAnswer },
  ): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const attestation = made(Attestation, await unansweredBy(look, deploymentId, account));
      attestation.answer(answer, this.clock.today());
      await perform(adding('attest', Attestation, attestation));
      return attestation.id;
    });
  }

  /** A group withdraws what it said, with its reason; both stay to be read. */
  async withdraw(actor: Actor, id: Uuid, reason: string): Promise<void> {
    const change = (one: Attestation): void => one.withdraw(reason, this.clock.today());
    await this.ledger.perform(actor, changing('withdraw', Attestation, id, { change, reason }));
  }
}

async function unansweredBy(look: Look, deploymentId: Uuid, { groupId, stage }: AttestedAccount) {
  const [owner] = await look(deploymentOwner(deploymentId));
  if (!owner?.leadOrganisationId) throw new NotFound();
  const [group] = await look(userLedGroup(groupId));
  if (!group) throw new Unprocessable([{ field: 'group', text: 'Select a user-led group of the register.' }]);
  return {
    ...{ id: newId(), deploymentId, leadOrganisationId: owner.leadOrganisationId, groupId, stage },
    ...{ published: false, askedOn: null, replyBy: null, statement: null, text: null, userControlled: null },
    ...{
      funded: null,
      conflict: null,
      paidBy: null,
      signedOn: null,
      withdrawnOn: null,
      withdrawnBecause: null,
    },
  };
}
