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
import { Attestation } from '../record/attestation.entity.js';
import { answerFrom, AskGroup, Attest, AttestUnasked, WithdrawAttestation } from './attestation.forms.js';
import { AttestationsService } from './attestations.service.js';

/** What user-led groups are asked and say, for programs. */
@ApiTags('Co-production')
@Controller('api/v1')
export class AttestationsApi {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly service: AttestationsService,
  ) {}

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
    return { id: await this.service.ask(actor, id, { groupId: group, stage, replyBy }) };
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
      id: await this.service.offer(actor, id, { groupId: group, stage, answer: answerFrom(answer) }),
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
    await this.service.attest(actor, knownId(id), answerFrom(values));
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
    await this.service.withdraw(actor, knownId(id), values.reason);
    return { id };
  }
}
