import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { Deployment } from '../deployment.entity.js';
import { OwnDeployment } from '../finding/own-deployment.js';
import { DescribeCohort } from './cohort.form.js';
import { CohortService } from './cohort.service.js';

/** The page on which a trust says who is on its scheme. */
@ApiExcludeController()
@Controller('deployments/:key/people')
export class CohortPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly cohort: CohortService,
  ) {}

  @Get()
  @Requires('describe', Deployment)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    return cohortPage(detail, DescribeCohort.asked(saidOf(detail)));
  }

  @Post()
  @Requires('describe', Deployment)
  async describe(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(DescribeCohort, body, {
      act: async ({ offenceHistory, reason, version }) => {
        await this.cohort.describe(actor, detail.id, { offenceHistory, reason, expected: version });
        return new Redirect(`/deployments/${detail.key}`, 'Your answer was saved');
      },
      again: (asked) => cohortPage(detail, asked),
      current: async () => saidOf(await this.own.toChange(actor, key)),
    });
  }
}

function cohortPage(detail: DeploymentDetail, asked: Asked<FieldsOf<typeof DescribeCohort>>): Page {
  return new Page('deployments/cohort/views/cohort.njk', {
    title: 'The people on the scheme',
    caption: detail.title,
    ...asked,
    detail,
    only: detail.published && detail.offenceHistory !== null ? null : ['offenceHistory'],
    back: { href: `/deployments/${detail.key}` },
  });
}

function saidOf({ offenceHistory, revision }: DeploymentDetail) {
  return { version: revision, ...(offenceHistory !== null && { offenceHistory }) };
}
