import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import type { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Attestation } from '../record/attestation.entity.js';
import { coProductionPage } from './co-production-page.js';
import { PublishAccount } from './publish-account.form.js';
import { CoProductionQueries } from '../co-production.queries.js';
import type { CoProductionView } from '../co-production-view.js';
import { CoProductionService } from './co-production.service.js';
import { Involvement } from '../record/involvement.entity.js';
import { OwnCoProduction } from '../own-co-production.js';
import { backToRecord } from '../record-page.js';

/** How people were involved in a scheme: for everyone to read, and for its trust to tell. */
@ApiExcludeController()
@Controller('deployments/:key/co-production')
export class CoProductionPages {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: CoProductionQueries,
    private readonly service: CoProductionService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', Deployment)
  async show(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.found(actor, key);
    const view = await this.queries.of(actor, detail.id);
    const mayTell = this.own.mayRecord(actor, detail);
    return new Page('co-production/publishing/views/show.njk', {
      title: 'How people were involved',
      caption: detail.title,
      back: { href: `/deployments/${detail.key}` },
      detail,
      ...coProductionPage(detail, view),
      mayTell,
      mayPublish: mayTell && detail.published && hasDrafts(view),
      maySpeak:
        detail.published &&
        detail.leadOrganisationId !== null &&
        this.access.can(actor, 'attest', Attestation),
    });
  }

  @Get('publish')
  @Requires('publish', Involvement)
  async check(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return this.checkPage(actor, await this.own.toRecord(actor, key), PublishAccount.asked());
  }

  @Post('publish')
  @Requires('publish', Involvement)
  async publish(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecord(actor, key);
    return submit(PublishAccount, body, {
      act: async () => {
        await this.service.publish(actor, detail.id);
        return backToRecord(detail, 'Everyone can now read it');
      },
      again: (asked) => this.checkPage(actor, detail, asked),
    });
  }

  private async checkPage<F extends Fields>(
    actor: Actor,
    detail: DeploymentDetail,
    asked: Asked<F>,
  ): Promise<Page> {
    const view = await this.queries.of(actor, detail.id);
    return new Page('co-production/publishing/views/publish.njk', {
      ...coProductionPage(detail, view),
      ...asked,
      title: 'Check and publish',
      caption: detail.title,
      detail,
      back: { href: `/deployments/${detail.key}/co-production` },
    });
  }
}

function hasDrafts(view: CoProductionView): boolean {
  const standing = view.involvements.filter(({ withdrawnOn }) => withdrawnOn === null);
  return [...view.accounts, ...standing].some(({ published }) => !published);
}
