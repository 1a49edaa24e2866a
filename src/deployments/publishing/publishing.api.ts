import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentOut } from '../finding/deployment-out.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { PublishDeployment } from './publishing.form.js';
import { PublishingService } from './publishing.service.js';

/** Opening a draft to everyone, for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class PublishingApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly publishing: PublishingService,
  ) {}

  @Post(':name/publication')
  @Requires('publish', Deployment)
  @Answers(DeploymentOut)
  async publish(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: PublishDeployment.schema }) values: ValuesIn<typeof PublishDeployment>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.deployments.named(actor, name);
    await this.publishing.publish(actor, id, values.version);
    return this.deployments.named(actor, id);
  }
}
