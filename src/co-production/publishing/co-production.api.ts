import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Attestation } from '../attestations/attestation.entity.js';
import { AskGroup, Attest, AttestUnasked, WithdrawAttestation } from '../attestations/attestation.forms.js';
import { AttestationsService } from '../attestations/attestations.service.js';
import { goLiveDay, judgeCoProduction } from './co-production-judgement.js';
import { CoProductionOut, IdOut, type CoProductionJson } from './co-production-out.js';
import {
  AddInfluence,
  AddParticipants,
  RecordInvolvement,
  TellPayment,
  TellStage,
} from '../involvement/involvement.forms.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { InvolvementService } from '../involvement/involvement.service.js';
import { Involvement } from '../involvement/involvement.entity.js';
import { OwnCoProduction } from '../accounts/own-co-production.js';
import {
  answerFrom,
  groupFrom,
  influenceFrom,
  involvementFrom,
  paymentFrom,
} from '../involvement/new-involvement.js';
import { Answers } from '../../web/api/answers.js';

/** Co-production for programs: what a trust records of it, the level with its working, and what groups say. */
@ApiTags('Co-production')
@Controller('api/v1')
export class CoProductionApi {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: CoProductionQueries,
    private readonly service: InvolvementService,
    private readonly attestations: AttestationsService,
  ) {}

  @Get('deployments/:name/co-production')
  @Requires('read', Deployment)
  @Answers(CoProductionOut)
  async one(@Acting() actor: Actor, @Param('name') name: string): Promise<CoProductionJson> {
    const detail = await this.own.found(actor, name);
    const view = await this.queries.of(actor, detail.id);
    return { ...view, ...judgeCoProduction(view, goLiveDay(detail)) };
  }

  @Post('deployments/:name/co-production/stages')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async tellStage(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: TellStage.schema }) values: ValuesIn<typeof TellStage>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.own.found(actor, name);
    return { id: await this.service.recordStage(actor, id, values) };
  }

  @Post('deployments/:name/co-production/activities')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async record(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: RecordInvolvement.schema }) values: ValuesIn<typeof RecordInvolvement>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.own.found(actor, name);
    return { id: await this.service.record(actor, id, involvementFrom(values)) };
  }

  @Post('co-production/activities/:id/people')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async addPeople(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AddParticipants.schema }) values: ValuesIn<typeof AddParticipants>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.addGroup(actor, known(id), groupFrom(values)) };
  }

  @Post('co-production/activities/:id/payment')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async tellPayment(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TellPayment.schema }) values: ValuesIn<typeof TellPayment>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.recordPayment(actor, known(id), paymentFrom(values)) };
  }

  @Post('co-production/activities/:id/proposals')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async addInfluence(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AddInfluence.schema }) values: ValuesIn<typeof AddInfluence>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.addInfluence(actor, known(id), influenceFrom(values)) };
  }

  @Post('deployments/:name/co-production/publication')
  @Requires('publish', Involvement)
  @Answers(CoProductionOut)
  async publish(@Acting() actor: Actor, @Param('name') name: string): Promise<CoProductionJson> {
    const { id } = await this.own.found(actor, name);
    await this.service.publish(actor, id);
    return this.one(actor, name);
  }

  @Post('deployments/:name/co-production/requests')
  @Requires('ask', Attestation)
  @Answers(IdOut, 201)
  async ask(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AskGroup.schema }) values: ValuesIn<typeof AskGroup>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.own.found(actor, name);
    const { group, stage, replyBy } = values;
    return { id: await this.attestations.ask(actor, id, { groupId: group, stage, replyBy }) };
  }

  @Post('deployments/:name/co-production/attestations')
  @Requires('attest', Attestation)
  @Answers(IdOut, 201)
  async speak(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AttestUnasked.schema }) values: ValuesIn<typeof AttestUnasked>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.own.found(actor, name);
    const { group, stage, ...answer } = values;
    return {
      id: await this.attestations.offer(actor, id, { groupId: group, stage, answer: answerFrom(answer) }),
    };
  }

  @Post('attestations/:id')
  @Requires('attest', Attestation)
  @Answers(IdOut)
  async attest(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Attest.schema }) values: ValuesIn<typeof Attest>,
  ): Promise<{ id: Uuid }> {
    await this.attestations.attest(actor, known(id), answerFrom(values));
    return { id };
  }

  @Post('attestations/:id/withdrawal')
  @Requires('withdraw', Attestation)
  @Answers(IdOut)
  async withdraw(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: WithdrawAttestation.schema }) values: ValuesIn<typeof WithdrawAttestation>,
  ): Promise<{ id: Uuid }> {
    await this.attestations.withdraw(actor, known(id), values.reason);
    return { id };
  }
}

function known(id: string): Uuid {
  if (isId(id)) return id;
  throw new NotFound();
}
