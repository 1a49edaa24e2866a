import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { AccessToken } from '../../identity/people/access-token.entity.js';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { submit } from '../../web/form/submit.js';
import { AccountQueries, type TokenView } from './account.queries.js';
import { oneFormPage } from '../one-form-page.js';
import { TokensService } from './tokens.service.js';
import { MakeToken } from './account.forms.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Personal access tokens for programs that use the API in the person's name. */
@ApiExcludeController()
@Controller('account/tokens')
export class TokensPages {
  constructor(
    private readonly queries: AccountQueries,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('create', AccessToken)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const { items, next } = await this.queries.tokens(actor, pageRequest(query));
    const today = this.clock.today();
    return new Page('memberships/account/views/tokens.njk', {
      title: 'Access tokens',
      tokens: items.map((token) => ({ ...token, state: stateOf(token, today) })),
      next: next && `/account/tokens?after=${next}`,
    });
  }

  @Get('new')
  @Requires('create', AccessToken)
  ask(): Page {
    return newTokenPage(MakeToken.asked());
  }

  @Post()
  @Requires('create', AccessToken)
  async create(@Acting() actor: Actor, @Body() body: unknown): Promise<Page> {
    return submit(MakeToken, body, {
      act: async ({ name, days, scope }) => {
        const wanted = { personId: personIdOf(actor), name, days, mayWrite: scope === 'write' };
        const token = await this.tokens.create(actor, wanted);
        return new Page('memberships/account/views/token-made.njk', {
          title: 'Copy your access token',
          name,
          ...token,
        });
      },
      again: newTokenPage,
    });
  }

  @Post(':id/revoke')
  @Requires('revoke', AccessToken)
  async revoke(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    if (!isId(id)) throw new NotFound();
    await this.tokens.revoke(actor, id);
    return new Redirect('/account/tokens', 'The access token no longer works');
  }
}

function newTokenPage(asked: object): Page {
  const shown = {
    title: 'Make an access token',
    action: '/account/tokens',
    button: 'Make access token',
    back: { href: '/account/tokens', text: 'Access tokens' },
    consequence:
      'After this, whoever holds the token can act in your name until it expires or you revoke it.',
  };
  return oneFormPage(shown, asked);
}

function stateOf({ revokedOn, expiresOn }: TokenView, today: string): 'works' | 'revoked' | 'expired' {
  if (revokedOn !== null) return 'revoked';
  return expiresOn < today ? 'expired' : 'works';
}
