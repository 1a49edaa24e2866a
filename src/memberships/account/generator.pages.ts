import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequiresSignIn } from '../../access/requirement.js';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { SignIn } from '../../identity/proofs/sign-in.service.js';
import { submit } from '../../web/form/submit.js';
import type { Page } from '../../web/answer/page.js';
import { GeneratorSetup } from './generator-setup.js';
import { PeopleQueries } from '../people/people.queries.js';
import { generatorPage, recoveryCodesPage, sealedIn } from './generator-page.js';
import { ReplaceGenerator } from './generator.forms.js';

const HERE = '/account/code-generator';

/** Setting up a code generator, or another one, from one's own account. */
@ApiExcludeController()
@Controller('account/code-generator')
export class GeneratorPages {
  constructor(
    private readonly setup: GeneratorSetup,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @RequiresSignIn()
  ask(@Acting() actor: Actor): Promise<Page> {
    return this.page(actor, ReplaceGenerator.asked());
  }

  @Post()
  @RequiresSignIn()
  async confirm(
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Page> {
    const sealed = sealedIn(body);
    return submit(ReplaceGenerator, body, {
      act: async ({ code, passphrase }) => {
        await this.signIn.again(personIdOf(actor), passphrase, 'passphrase');
        const recoveryCodes = await this.setup.confirm(actor, sealed, code);
        await this.sessions.start({ request, reply }, personIdOf(actor), 'two-factor');
        return recoveryCodesPage(recoveryCodes, '/account');
      },
      again: (asked) => this.page(actor, asked, sealed),
    });
  }

  private async page(actor: Actor, asked: object, sealed?: unknown): Promise<Page> {
    const person = await this.people.byId(actor, personIdOf(actor));
    const target = { email: person?.email ?? '', action: HERE, required: false };
    return generatorPage(this.setup.begin(actor, sealed), target, asked);
  }
}
