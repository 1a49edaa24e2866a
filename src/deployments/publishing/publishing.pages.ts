import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Deployment } from '../deployment.entity.js';
import { deploymentPage, detailRows } from '../finding/deployment-page.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { OwnDeployment } from '../finding/own-deployment.js';
import { PublishDeployment } from './publishing.form.js';
import { PublishingService } from './publishing.service.js';

/** A trust checks its draft and opens it. */
@ApiExcludeController()
@Controller('deployments/:key/publish')
export class PublishingPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly publishing: PublishingService,
  ) {}

  @Get()
  @Requires('publish', Deployment)
  async check(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.toChange(actor, key);
    return page(detail, PublishDeployment.asked({ version: detail.revision }));
  }

  @Post()
  @Requires('publish', Deployment)
  async publish(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toChange(actor, key);
    return submit(PublishDeployment, body, {
      act: async ({ version }) => {
        await this.publishing.publish(actor, detail.id, version);
        return new Redirect(`/deployments/${detail.key}`, 'The scheme is in the public register');
      },
      again: (asked) => page(detail, asked),
      current: async () => ({ version: (await this.own.toChange(actor, key)).revision }),
    });
  }
}

function page(detail: DeploymentDetail, asked: Asked<FieldsOf<typeof PublishDeployment>>): Page {
  return new Page('deployments/publishing/views/publish.njk', {
    ...deploymentPage(detail),
    details: detailRows(detail),
    ...asked,
    nameList: detail.names.map(({ name }) => name),
    agencyList: detail.agencies.map(({ name }) => name),
    title: 'Check and publish',
    caption: detail.title,
    back: { href: `/deployments/${detail.key}` },
  });
}
