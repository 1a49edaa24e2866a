import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import { Actor, personIdOf } from '../../identity/actor.js';
import { owedBy } from '../../identity/sessions/second-factor.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { Page } from '../../web/answer/page.js';
import type { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { GeneratorSetup } from '../account/generator-setup.js';
import { PeopleQueries } from '../people/people.queries.js';
import { generatorPage, recoveryCodesPage, sealedIn } from '../account/generator-page.js';
import { onTo, rememberingReturn, returnPath } from './return-path.js';
import { ShowGeneratorWorks } from '../account/generator.forms.js';

const WHY_OPEN = 'whoever must set up a code generator is nobody until it works';

/** Where somebody whose role needs a code generator sets it up, before anything else opens to them. */
@ApiExcludeController()
@Controller('sign-in/set-up')
export class SetUpPages {
  constructor(
    private readonly sessions: Sessions,
    private readonly setup: GeneratorSetup,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @OpenToAll(WHY_OPEN)
  async ask(@Req() request: FastifyRequest, @Query('return') back: unknown): Promise<Page | Redirect> {
    const owing = await this.owing(request);
    return owing ? this.page(owing, back, { asked: ShowGeneratorWorks.asked() }) : onTo('/sign-in', back);
  }

  @Post()
  @OpenToAll(WHY_OPEN)
  async confirm(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('return') back: unknown,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const owing = await this.owing(request);
    if (!owing) return onTo('/sign-in', back);
    const sealed = sealedIn(body);
    return submit(ShowGeneratorWorks, body, {
      act: async ({ code }) => {
        const recoveryCodes = await this.setup.confirm(owing, sealed, code);
        await this.sessions.start({ request, reply }, personIdOf(owing), 'two-factor');
        return recoveryCodesPage(recoveryCodes, returnPath(back));
      },
      again: (asked) => this.page(owing, back, { asked, sealed }),
    });
  }

  /** Whoever owes a code generator, able to do nothing but set it up. */
  private async owing(request: FastifyRequest): Promise<Actor | null> {
    const found = await this.sessions.find(request);
    if (!found || owedBy(found, found.proven) !== 'generator') return null;
    return new Actor({ standing: 'person', personId: personIdOf(found.actor) });
  }

  private async page(owing: Actor, back: unknown, shown: { asked: object; sealed?: unknown }): Promise<Page> {
    const person = await this.people.byId(owing, personIdOf(owing));
    const action = rememberingReturn('/sign-in/set-up', back);
    const target = { email: person?.email ?? '', action, required: true };
    return generatorPage(this.setup.begin(owing, shown.sealed), target, shown.asked);
  }
}
