import { Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { AccountRequest } from './account-request.entity.js';
import { AccountRequestsQueries, type AccountRequestView } from './account-requests.queries.js';
import { AccountRequestsService } from './account-requests.service.js';
import { joiningCodePage } from '../joining-code-page.js';

/** Where a second administrator countersigns or refuses, and the first thinks better of it. */
@ApiExcludeController()
@Controller('account-requests/:id')
export class AccountRequestsPages {
  constructor(
    private readonly queries: AccountRequestsQueries,
    private readonly requests: AccountRequestsService,
  ) {}

  @Post('countersign')
  @Requires('countersign', AccountRequest)
  async countersign(@Acting() actor: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const { personId, personName, joiningCode } = await this.requests.countersign(actor, id);
    const onwards = `/people/${personId}`;
    if (joiningCode === null) return new Redirect(onwards, 'You countersigned, and it is done');
    return joiningCodePage({ name: personName, joiningCode, onwards });
  }

  @Post('refuse')
  @Requires('refuse', AccountRequest)
  async refuse(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const { personId } = await this.request(actor, id);
    await this.requests.refuse(actor, id);
    return new Redirect(`/people/${personId}`, 'You refused the request');
  }

  @Post('withdraw')
  @Requires('withdraw', AccountRequest)
  async withdraw(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const { personId } = await this.request(actor, id);
    await this.requests.withdraw(actor, id);
    return new Redirect(`/people/${personId}`, 'You withdrew the request');
  }

  private async request(actor: Actor, id: string): Promise<AccountRequestView> {
    const request = await this.queries.one(actor, id);
    if (!request) throw new NotFound();
    return request;
  }
}
