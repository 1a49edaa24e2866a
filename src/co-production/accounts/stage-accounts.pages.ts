import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import type { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { CoProductionQueries } from '../co-production.queries.js';
import { OwnCoProduction } from '../own-co-production.js';
import { Involvement } from '../record/involvement.entity.js';
import { isStage } from '../record/stages-in-words.js';
import { backToRecord, recordPage } from '../record-page.js';
import { TellStage } from './stage-account.forms.js';
import { StageAccountsService } from './stage-accounts.service.js';

/** Where a trust gives its account of one stage, or gives it anew. */
@ApiExcludeController()
@Controller('deployments/:key/co-production/stages/:stage')
export class StageAccountsPages {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: CoProductionQueries,
    private readonly service: StageAccountsService,
  ) {}

  @Get()
  @Requires('tell', Involvement)
  async askStage(@Acting() actor: Actor, @Param() at: StageAddress): Promise<Page> {
    const detail = await this.own.toRecord(actor, at.key);
    const stage = at.stage.toUpperCase();
    if (!isStage(stage)) throw new NotFound();
    const { accounts } = await this.queries.of(actor, detail.id);
    const there = accounts.find((one) => one.stage === stage);
    const asked = TellStage.asked({ stage, ...(there && { facts: there.facts, told: there.told }) });
    return recordPage(detail, pageOf(at), asked);
  }

  @Post()
  @Requires('tell', Involvement)
  async tellStage(
    @Acting() actor: Actor,
    @Param() at: StageAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.toRecord(actor, at.key);
    if (!isStage(at.stage.toUpperCase())) throw new NotFound();
    return submit(TellStage, body, {
      act: async (values) => {
        await this.service.record(actor, detail.id, values);
        return backToRecord(detail, 'The stage was saved');
      },
      again: (asked) => recordPage(detail, pageOf(at), asked),
    });
  }
}

interface StageAddress {
  readonly key: string;
  readonly stage: string;
}

function pageOf({ stage }: StageAddress) {
  return { path: `stages/${stage}`, title: 'Tell a stage' };
}
