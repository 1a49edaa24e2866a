import { Body, Controller, Get, Param, Post, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { isId } from '../../../kernel/identifiers.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import type { Asked } from '../../../web/form/form.js';
import { submit } from '../../../web/form/submit.js';
import { capitalised, withArticle } from '../../../web/words.js';
import type { DeploymentDetail } from '../../finding/deployment-view.js';
import { OwnDeployment } from '../../finding/own-deployment.js';
import { EntriesService } from './entries.service.js';
import type { EntryKind } from '../entry-kind.js';

/** The form on which a trust records an entry of a kind. */
export function tellingPagesOf(kind: EntryKind): Type {
  @ApiExcludeController()
  @Controller(`deployments/:key/${kind.path}/new`)
  class TellingPages {
    constructor(
      private readonly own: OwnDeployment,
      private readonly service: EntriesService,
    ) {}

    @Get()
    @Requires('tell', kind.recorded)
    async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
      return tellPage(kind, await this.own.toChange(actor, key), kind.tell.asked());
    }

    @Post()
    @Requires('tell', kind.recorded)
    async tell(
      @Acting() actor: Actor,
      @Param('key') key: string,
      @Body() body: unknown,
    ): Promise<Page | Redirect> {
      const scheme = await this.own.toChange(actor, key);
      return submit(kind.tell, body, {
        act: async ({ once, ...answers }) => {
          await this.service.tell(actor, kind, scheme.id, { answers, once: isId(once) ? once : undefined });
          return new Redirect(
            `/deployments/${scheme.key}/${kind.path}`,
            `${capitalised(kind.introduction.singular)} was saved`,
          );
        },
        again: (asked) => tellPage(kind, scheme, asked),
      });
    }
  }
  return TellingPages;
}

function tellPage(kind: EntryKind, scheme: DeploymentDetail, asked: Asked): Page {
  const at = `/deployments/${scheme.key}/${kind.path}`;
  return new Page('deployments/entries/telling/views/tell.njk', {
    title: `Record ${withArticle(kind.introduction.singular)}`,
    caption: scheme.title,
    lead: kind.lead,
    action: `${at}/new`,
    published: scheme.published,
    back: { href: at },
    ...asked,
  });
}
