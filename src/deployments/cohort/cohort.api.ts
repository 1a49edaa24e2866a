import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ValuesIn } from '../../web/form/form.js';
import { DeploymentOut } from '../finding/deployment-out.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { DescribeCohort } from './cohort.form.js';
import { CohortService } from './cohort.service.js';
import { Answers } from '../../web/api/answers.js';

/** What is said of the people on a scheme, for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class CohortApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly cohort: CohortService,
  ) {}

  @Post(':name/people')
  @Requires('describe', Deployment)
  @Answers(DeploymentOut)
  async describe(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: DescribeCohort.schema }) values: ValuesIn<typeof DescribeCohort>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.deployments.named(actor, name);
    const { offenceHistory, reason, version } = values;
    await this.cohort.describe(actor, id, { offenceHistory, reason, expected: version });
    return this.deployments.named(actor, id);
  }
}
