import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { isStage } from '../accounts/account-facts.js';
import { Attestation } from '../attestations/attestation.entity.js';
import { coProductionPage } from './co-production-page.js';
import { PublishAccount, TellStage } from '../involvement/involvement.forms.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { InvolvementService } from '../involvement/involvement.service.js';
import { Involvement } from '../involvement/involvement.entity.js';
import { OwnCoProduction } from '../accounts/own-co-production.js';
import { backToRecord, recordPage } from '../record-page.js';

/** How people were involved in a scheme: for everyone to read, and for its trust to tell. */
@ApiExcludeController()
@Controller('deployments/:key/co-production')
export class CoProductionPages {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: CoProductionQueries,
    private readonly service: InvolvementService,
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

  @Get('stages/:stage')
  @Requires('tell', Involvement)
  async askStage(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('stage') stage: string,
  ): Promise<Page> {
    const detail = await this.own.toRecord(actor, key);
    const asked = stage.toUpperCase();
    if (!isStage(asked)) throw new NotFound();
    const { accounts } = await this.queries.of(actor, detail.id);
    const there = accounts.find((one) => one.stage === asked);
    const stored = there ? { facts: [...there.facts], told: there.told } : {};
    return recordPage(
      detail,
      { path: `stages/${stage}`, title: 'Tell a stage' },
      TellStage.asked({ stage: asked, ...stored }),
    );
  }

  @Post('stages/:stage')
  @Requires('tell', Involvement)
  async tellStage(
    @Acting() actor: Actor,
    @Param() at: { key: string; stage: string },
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecord(actor, at.key);
    if (!isStage(at.stage.toUpperCase())) throw new NotFound();
    return submit(TellStage, body, {
      act: async (values) => {
        await this.service.recordStage(actor, detail.id, values);
        return backToRecord(detail, 'The stage was saved');
      },
      again: (asked) => recordPage(detail, { path: `stages/${at.stage}`, title: 'Tell a stage' }, asked),
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

function hasDrafts(view: Awaited<ReturnType<CoProductionQueries['of']>>): boolean {
  return [...view.accounts, ...view.involvements].some(({ published }) => !published);
}
