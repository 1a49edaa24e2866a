import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { IdOut } from '../co-production-out.js';
import { OwnCoProduction } from '../own-co-production.js';
import { Involvement } from '../record/involvement.entity.js';
import { TellStage } from './stage-account.forms.js';
import { StageAccountsService } from './stage-accounts.service.js';

/** A trust’s account of each stage, for programs. */
@ApiTags('Co-production')
@Controller('api/v1')
export class StageAccountsApi {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly service: StageAccountsService,
  ) {}

  @Post('deployments/:name/co-production/stages')
  @Requires('tell', Involvement)
  @Answers(IdOut, 201)
  async tellStage(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: TellStage.schema }) values: ValuesIn<typeof TellStage>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.own.found(actor, name);
    return { id: await this.service.record(actor, id, values) };
  }
}
