import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { CodesService } from '../../identity/proofs/codes.service.js';
import { ActorsQueries } from '../../identity/sessions/actors.queries.js';
import { Acting } from '../../identity/request-actor.js';
import { owedBy } from '../../identity/sessions/second-factor.js';
import { Sessions } from '../../identity/sessions/sessions.js';
import { SignIn } from '../../identity/proofs/sign-in.service.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { onTo, rememberingReturn, returnPath } from './return-path.js';
import { GiveCode, GivePassphrase } from './sign-in.forms.js';

const WHY_OPEN = 'whoever signs in is nobody yet';

/** Signing in, step by step, and out. Each proof gives the browser a new session. */
@ApiExcludeController()
@Controller()
export class SignInPages {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly actors: ActorsQueries,
    private readonly codes: CodesService,
    private readonly clock: Clock,
  ) {}

  @Get('sign-in')
  @OpenToAll(WHY_OPEN)
  ask(@Acting() actor: Actor, @Query('return') back: unknown): Page | Redirect {
    if (actor.standing === 'person') return new Redirect(returnPath(back));
    return passphrasePage(back, GivePassphrase.asked());
  }

  @Post('sign-in')
  @OpenToAll(WHY_OPEN)
  async givePassphrase(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('return') back: unknown,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(GivePassphrase, body, {
      act: async (given) => {
        const personId = await this.signIn.byPassphrase({ ...given, from: request.ip });
        await this.sessions.start({ request, reply }, personId, 'one-factor');
        return this.nextFor(personId, back);
      },
      again: (asked) => passphrasePage(back, asked),
    });
  }

  @Get('sign-in/code')
  @OpenToAll(WHY_OPEN)
  async askForCode(@Req() request: FastifyRequest, @Query('return') back: unknown): Promise<Page | Redirect> {
    const owing = await this.owing(request);
    return owing ? this.codePage(owing, back, GiveCode.asked()) : onTo('/sign-in', back);
  }

  @Post('sign-in/code')
  @OpenToAll(WHY_OPEN)
  async giveCode(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('return') back: unknown,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const owing = await this.owing(request);
    if (!owing) return onTo('/sign-in', back);
    return submit(GiveCode, body, {
      act: async ({ code }) => {
        await this.signIn.byCode(owing, code);
        await this.sessions.start({ request, reply }, owing, 'two-factor');
        return new Redirect(returnPath(back));
      },
      again: (asked) => this.codePage(owing, back, asked),
    });
  }

  @Post('sign-out')
  @OpenToAll('leaving is always allowed')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    await this.sessions.end({ request, reply });
    return new Redirect('/', 'You have signed out');
  }

  private async nextFor(personId: Uuid, back: unknown): Promise<Redirect> {
    const holder = await this.actors.holder(personId);
    if (!holder) return onTo('/sign-in', back);
    const owed = owedBy(holder, 'one-factor');
    if (owed === 'code') return onTo('/sign-in/code', back);
    return owed === 'generator' ? onTo('/sign-in/set-up', back) : new Redirect(returnPath(back));
  }

  /** Whoever has given a passphrase in this browser and still owes a code. */
  private async owing(request: FastifyRequest): Promise<Uuid | null> {
    const found = await this.sessions.find(request);
    return found && owedBy(found, found.proven) === 'code' ? found.actor.personId : null;
  }

  private async codePage(personId: Uuid, back: unknown, asked: object): Promise<Page> {
    const codeInDemo = await this.codes.codeInDemo(personId, this.clock.now());
    const action = rememberingReturn('/sign-in/code', back);
    return new Page('memberships/signing-in/views/code.njk', {
      title: 'Enter your code',
      action,
      codeInDemo,
      ...asked,
    });
  }
}

function passphrasePage(back: unknown, asked: object): Page {
  const action = rememberingReturn('/sign-in', back);
  return new Page('memberships/signing-in/views/sign-in.njk', { title: 'Sign in', action, ...asked });
}
