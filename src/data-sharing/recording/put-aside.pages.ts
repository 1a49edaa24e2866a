import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { PutFlowAside, TakeFlowUp } from './flow.forms.js';
import { stands, type FlowDetail } from '../flow/flow-rows.js';
import { FlowsService } from './flows.service.js';
import { OwnFlow } from './own-flow.js';

/** A trust puts a draft aside that was made by mistake, and takes it up again. */
@ApiExcludeController()
@Controller('data-flows/:id')
export class PutAsidePages {
  constructor(
    private readonly own: OwnFlow,
    private readonly service: FlowsService,
  ) {}

  @Get('put-aside')
  @Requires('put-aside', DataFlow)
  async askWhy(@Acting() actor: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    if (!this.own.isMendable(actor, flow)) return new Redirect(`/data-flows/${flow.id}`);
    return whyPage(flow, PutFlowAside.asked({ version: flow.revision }));
  }

  @Post('put-aside')
  @Requires('put-aside', DataFlow)
  async putAside(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    const list = `/deployments/${flow.deployment.key}/data-flows#put-aside`;
    const done = new Redirect(list, 'The draft was put aside. It stands at the end of this page');
    if (!stands(flow)) return done;
    return submit(PutFlowAside, body, {
      act: async ({ reason, version }) => {
        await this.service.putAside(actor, flow.id, reason, version);
        return done;
      },
      again: (asked) => whyPage(flow, asked),
      current: () => this.seen(actor, flow),
    });
  }

  @Get('take-up')
  @Requires('take-up', DataFlow)
  async askWhether(@Acting() actor: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    if (stands(flow)) return new Redirect(`/data-flows/${flow.id}`);
    return whetherPage(flow, TakeFlowUp.asked({ version: flow.revision }));
  }

  @Post('take-up')
  @Requires('take-up', DataFlow)
  async takeUp(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    const done = new Redirect(`/data-flows/${flow.id}`, 'The draft was taken up again, as it was');
    if (stands(flow)) return done;
    return submit(TakeFlowUp, body, {
      act: async ({ version }) => {
        await this.service.takeUp(actor, flow.id, version);
        return done;
      },
      again: (asked) => whetherPage(flow, asked),
      current: () => this.seen(actor, flow),
    });
  }

  private async seen(actor: Actor, { id }: FlowDetail): Promise<{ readonly version: number }> {
    return { version: (await this.own.toChange(actor, id)).revision };
  }
}

function whyPage(flow: FlowDetail, asked: Asked<FieldsOf<typeof PutFlowAside>>): Page {
  return new Page('data-sharing/recording/views/put-aside.njk', {
    ...asked,
    ...headOf(flow),
    title: 'Put this draft aside',
    action: `/data-flows/${flow.id}/put-aside`,
  });
}

function whetherPage(flow: FlowDetail, asked: Asked<FieldsOf<typeof TakeFlowUp>>): Page {
  return new Page('data-sharing/recording/views/take-up.njk', {
    ...asked,
    ...headOf(flow),
    title: 'Take this draft up again',
    flow,
    action: `/data-flows/${flow.id}/take-up`,
  });
}

function headOf({ id, title, version }: FlowDetail) {
  return {
    caption: `${title}, version ${String(version)}`,
    back: { href: `/data-flows/${id}`, text: title },
  };
}
