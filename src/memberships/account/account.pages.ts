import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequiresSignIn } from '../../access/requirement.js';
import { type Actor, personIdOf } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Sessions, type Exchange } from '../../identity/sessions/sessions.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { AccountQueries } from './account.queries.js';
import { AccountService } from './account.service.js';
import { oneFormPage } from '../one-form-page.js';
import { PeopleQueries, type PersonView } from '../people/people.queries.js';
import { recoveryCodesPage } from './generator-page.js';
import { rolesInWords } from '../people/roles-in-words.js';
import { ChangePassphrase, ProveAgain } from './account.forms.js';

/** A person's own account: who they are here, how they sign in, and what they were told. */
@ApiExcludeController()
@Controller('account')
export class AccountPages {
  constructor(
    private readonly people: PeopleQueries,
    private readonly queries: AccountQueries,
    private readonly account: AccountService,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @RequiresSignIn()
  async show(@Acting() actor: Actor): Promise<Page> {
    const [person, notices] = await Promise.all([this.self(actor), this.queries.notices(actor)]);
    return new Page('memberships/account/views/account.njk', {
      title: 'Your account',
      person,
      roles: rolesInWords(person.roles),
      notices,
    });
  }

  @Get('passphrase')
  @RequiresSignIn()
  askForPassphrase(): Page {
    return passphrasePage(ChangePassphrase.asked());
  }

  @Post('passphrase')
  @RequiresSignIn()
  async changePassphrase(
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(ChangePassphrase, body, {
      act: async (given) => {
        const { name, email, hasGenerator } = await this.self(actor);
        await this.account.changePassphrase(actor, { ...given, known: [name, email] });
        await this.goOn({ request, reply }, actor, hasGenerator);
        return new Redirect('/account', 'Your passphrase was changed. You are signed out everywhere else');
      },
      again: passphrasePage,
    });
  }

  @Get('recovery-codes')
  @RequiresSignIn()
  async askForCodes(@Acting() actor: Actor): Promise<Page> {
    if (!(await this.self(actor)).hasGenerator) throw new NotFound();
    return proofPage(ProveAgain.asked());
  }

  @Post('recovery-codes')
  @RequiresSignIn()
  async renewCodes(
    @Acting() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Page> {
    const { hasGenerator } = await this.self(actor);
    if (!hasGenerator) throw new NotFound();
    return submit(ProveAgain, body, {
      act: async ({ passphrase }) => {
        const codes = await this.account.renewRecoveryCodes(actor, passphrase);
        await this.goOn({ request, reply }, actor, hasGenerator);
        return recoveryCodesPage(codes, '/account');
      },
      again: proofPage,
    });
  }

  @Post('sign-out-everywhere')
  @RequiresSignIn()
  async signOutEverywhere(@Acting() actor: Actor): Promise<Redirect> {
    await this.sessions.endAll(personIdOf(actor));
    return new Redirect('/sign-in', 'You are signed out on every device');
  }

  private async self(actor: Actor): Promise<PersonView> {
    const person = await this.people.byId(actor, personIdOf(actor));
    if (!person) throw new NotFound();
    return person;
  }

  /** The change ended every session; this browser goes on in a new one, which has proven as much as before. */
  private goOn(exchange: Exchange, actor: Actor, hasGenerator: boolean): Promise<void> {
    return this.sessions.start(exchange, personIdOf(actor), hasGenerator ? 'two-factor' : 'one-factor');
  }
}

const BACK = { href: '/account', text: 'Your account' };

function passphrasePage(asked: object): Page {
  const shown = {
    title: 'Change your passphrase',
    action: '/account/passphrase',
    button: 'Change passphrase',
    back: BACK,
    consequence: 'After this you are signed out everywhere else.',
  };
  return oneFormPage(shown, asked);
}

function proofPage(asked: object): Page {
  const shown = {
    title: 'Replace your recovery codes',
    action: '/account/recovery-codes',
    button: 'Make new codes',
    back: BACK,
    consequence: 'After this the codes you have now no longer work, and you are signed out everywhere else.',
  };
  return oneFormPage(shown, asked);
}
