import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { IdOut, knownId } from '../co-production-out.js';
import { OwnCoProduction } from '../own-co-production.js';
import { Involvement } from '../record/involvement.entity.js';
import { AddInfluence } from './influence.form.js';
import { RecordInvolvement } from './involvement.form.js';
import { AddParticipants } from './participants.form.js';
import { TellPayment } from './payment.form.js';
import { InvolvementService } from './involvement.service.js';
import { influenceFrom, involvementFrom, paymentFrom } from './new-involvement.js';

/** Activities, who took part, payment and proposals, for programs. */
@ApiTags('Co-production')
@Controller('api/v1')
export class InvolvementApi {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly service: InvolvementService,
  ) {}

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
    return { id: await this.service.addGroup(actor, knownId(id), values) };
  }

  @Post('co-production/activities/:id/payment')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async tellPayment(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: TellPayment.schema }) values: ValuesIn<typeof TellPayment>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.recordPayment(actor, knownId(id), paymentFrom(values)) };
  }

  @Post('co-production/activities/:id/proposals')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async addInfluence(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: AddInfluence.schema }) values: ValuesIn<typeof AddInfluence>,
  ): Promise<{ id: Uuid }> {
    return { id: await this.service.addInfluence(actor, knownId(id), influenceFrom(values)) };
  }
}
