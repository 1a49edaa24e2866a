import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { NilReturn } from './nil-return.entity.js';
import { SignNilReturn } from './nil-return.forms.js';
import { NilReturnsQueries } from './nil-returns.queries.js';
import { NilReturnsService } from './nil-returns.service.js';

/** The page on which a trust signs that it has no such scheme, beside what the register has of it. */
@ApiExcludeController()
@Controller('rounds/:id/nil-return')
export class SigningNilReturnsPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: NilReturnsQueries,
    private readonly returns: NilReturnsService,
  ) {}

  @Get()
  @Requires('sign', NilReturn)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.signing(actor, id, SignNilReturn.asked());
  }

  @Post()
  @Requires('sign', NilReturn)
  sign(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(SignNilReturn, body, {
      act: async (values) => {
        const organisationId = trustOf(actor);
        const id = await this.returns.sign(actor, { roundId, organisationId }, values);
        return new Redirect(
          `/rounds/${roundId}/nil-returns/${id}`,
          'You have signed. The return counts when your executive has signed it too',
        );
      },
      again: (asked) => this.signing(actor, roundId, asked),
    });
  }

  private async signing(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof SignNilReturn>>,
  ): Promise<Page> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return new Page('reviews/nil-returns/views/sign.njk', {
      title: 'Sign that you have no such scheme',
      caption: round.title,
      round,
      schemes: await this.queries.schemesOf(actor, id, trustOf(actor)),
      ...asked,
    });
  }
}

function trustOf(actor: Actor): string {
  const [organisationId] = actor.organisationsAs('TRUST_SUBMITTER');
  if (organisationId === undefined) throw new NotPermitted();
  return organisationId;
}
