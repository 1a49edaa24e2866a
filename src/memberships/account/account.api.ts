import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires, RequiresSignIn } from '../../access/requirement.js';
import { AccessToken } from '../../identity/people/access-token.entity.js';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { ROLE_CODES } from '../../identity/roles.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { AccountQueries, type TokenView } from './account.queries.js';
import { PeopleQueries, type PersonView } from '../people/people.queries.js';
import { TokensService } from './tokens.service.js';
import { Answers } from '../../web/api/answers.js';

const AccountOut = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    hasGenerator: z.boolean(),
    roles: z.array(
      z.object({
        role: z.enum(ROLE_CODES),
        organisationId: z.uuid().nullable(),
        organisationName: z.string().nullable(),
        grantedOn: z.iso.date(),
      }),
    ),
  })
  .meta({ id: 'Account' });

const TokenOut = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mayWrite: z.boolean(),
    createdOn: z.iso.date(),
    expiresOn: z.iso.date(),
    revokedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'AccessToken' });
const TokenPage = pageSchema('AccessTokenPage', TokenOut);

const ListQuery = z.object(paging);

/** A person's own account for programs. A token cannot make another: that takes the person, signed in. */
@ApiTags('Account')
@ApiBearerAuth()
@Controller('api/v1/account')
export class AccountApi {
  constructor(
    private readonly people: PeopleQueries,
    private readonly queries: AccountQueries,
    private readonly service: TokensService,
  ) {}

  @Get()
  @RequiresSignIn()
  @Answers(AccountOut)
  async account(@Acting() actor: Actor): Promise<PersonView> {
    const person = await this.people.byId(actor, personIdOf(actor));
    if (!person) throw new NotFound();
    return person;
  }

  @Get('tokens')
  @Requires('create', AccessToken)
  @Answers(TokenPage)
  tokens(
    @Acting() actor: Actor,
    @Query({ schema: ListQuery }) query: z.infer<typeof ListQuery>,
  ): Promise<ListPage<TokenView>> {
    return this.queries.tokens(actor, pageRequest(query));
  }

  @Post('tokens/:id/revoke')
  @Requires('revoke', AccessToken)
  @Answers(TokenOut)
  async revoke(@Acting() actor: Actor, @Param('id') id: string): Promise<TokenView> {
    if (!isId(id)) throw new NotFound();
    await this.service.revoke(actor, id);
    const token = await this.queries.token(actor, id);
    if (!token) throw new NotFound();
    return token;
  }
}
