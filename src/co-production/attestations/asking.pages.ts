import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { OwnCoProduction } from '../own-co-production.js';
import { Attestation } from '../record/attestation.entity.js';
import { AskGroup, groupChoice } from './attestation.forms.js';
import { AttestationsQueries } from './attestations.queries.js';
import { AttestationsService } from './attestations.service.js';

/** Where a trust asks a user-led group whether its account of a stage is true. */
@ApiExcludeController()
@Controller('deployments/:key/co-production/ask')
export class AskingPages {
  constructor(
    private readonly own: OwnCoProduction,
    private readonly queries: AttestationsQueries,
    private readonly service: AttestationsService,
  ) {}

  @Get()
  @Requires('ask', Attestation)
  async askGroup(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const detail = await this.own.found(actor, key);
    const { form, areMore } = await this.askForm(actor);
    return askPage(detail, form.asked(), areMore);
  }

  @Post()
  @Requires('ask', Attestation)
  async ask(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.own.found(actor, key);
    const { form, areMore } = await this.askForm(actor);
    return submit(form, body, {
      act: async ({ group, stage, replyBy }) => {
        await this.service.ask(actor, detail.id, { groupId: group, stage, replyBy });
        return new Redirect(`/deployments/${detail.key}/co-production`, 'The group was asked');
      },
      again: (asked) => askPage(detail, asked, areMore),
    });
  }

  private async askForm(actor: Actor) {
    const { first, areMore } = await this.queries.groups(actor);
    return { form: AskGroup.offering({ group: first.map(groupChoice) }), areMore };
  }
}

function askPage<F extends Fields>(detail: DeploymentDetail, asked: Asked<F>, areMore: boolean): Page {
  return new Page('co-production/attestations/views/ask.njk', {
    ...asked,
    title: 'Ask a user-led group',
    areMore,
    caption: detail.title,
    action: `/deployments/${detail.key}/co-production/ask`,
    back: { href: `/deployments/${detail.key}/co-production` },
  });
}
