import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import { CoProductionOut } from '../co-production-out.js';
import type { CoProductionView } from '../co-production-view.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { OwnCoProduction } from '../own-co-production.js';
import { Involvement } from '../record/involvement.entity.js';
import { goLiveDay, judgeCoProduction, type CoProductionJudgement } from './co-production-judgement.js';
import { CoProductionService } from './co-production.service.js';

/** How people were involved in a scheme, for programs: what a trust records of it, and the level with its working. */
@ApiTags('Co-production')
@Controller('api/v1')
export class CoProductionApi {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: CoProductionQueries,
    private readonly service: CoProductionService,
  ) {}

  @Get('deployments/:name/co-production')
  @Requires('read', Deployment)
  @Answers(CoProductionOut)
  async one(
    @Acting() actor: Actor,
    @Param('name') name: string,
  ): Promise<CoProductionView & CoProductionJudgement> {
    const detail = await this.own.found(actor, name);
    const view = await this.queries.of(actor, detail.id);
    return { ...view, ...judgeCoProduction(view, goLiveDay(detail)) };
  }

  @Post('deployments/:name/co-production/publication')
  @Requires('publish', Involvement)
  @Answers(CoProductionOut)
  async publish(
    @Acting() actor: Actor,
    @Param('name') name: string,
  ): Promise<CoProductionView & CoProductionJudgement> {
    const { id } = await this.own.found(actor, name);
    await this.service.publish(actor, id);
    return this.one(actor, name);
  }
}
