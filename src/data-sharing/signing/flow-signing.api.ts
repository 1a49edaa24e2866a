import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import type { ValuesIn } from '../../web/form/form.js';
import { CreatedOut } from '../flow/flow-out.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import { FlowSigningService } from './flow-signing.service.js';
import { SignFlow } from './sign-flow.form.js';

/** Signing flows, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/flows/:id/sign-offs')
export class FlowSigningApi {
  constructor(private readonly signing: FlowSigningService) {}

  @Post()
  @Requires('sign', FlowSignOff)
  @Answers(CreatedOut, 201)
  sign(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: SignFlow.schema }) values: ValuesIn<typeof SignFlow>,
  ): Promise<{ readonly id: Uuid }> {
    return this.signing.signOff(actor, idInAddress(id), values);
  }
}
