import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Role } from '../../identity/roles.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { NilChallenge } from './nil-challenge.entity.js';
import { NilReturn } from './nil-return.entity.js';
import { ChallengeNilReturn, SetNilReturnAside } from './nil-return.forms.js';
import { nilReturnState, NIL_RETURN_COLUMNS } from './nil-return-shown.js';
import { NilReturnsQueries, type NilReturnRow } from './nil-returns.queries.js';
import { NilReturnsService } from './nil-returns.service.js';
import { NilSignature } from './nil-signature.entity.js';
import { SettingAsideService } from './setting-aside.service.js';

/** Returns that there is no such scheme, for everyone to read, and what may be done about each. */
@ApiExcludeController()
@Controller('rounds/:id')
export class NilReturnsPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: NilReturnsQueries,
    private readonly returns: NilReturnsService,
    private readonly settings: SettingAsideService,
    private readonly access: Access,
  ) {}

  @Get('nil-returns')
  @Requires('read', NilReturn)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.found(actor, id);
    const found = await this.queries.list(actor, id);
    return new Page('reviews/nil-returns/views/list.njk', {
      title: 'Returns that there is no such scheme',
      caption: round.title,
      round,
      rows: found.map((one) => [
        { href: `/rounds/${id}/nil-returns/${one.id}`, text: one.organisation },
        day(one.signedOn),
        nilReturnState(one),
        one.challenges.length,
      ]),
    });
  }

  @Get('nil-returns.csv')
  @Requires('read', NilReturn)
  async download(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    await this.found(actor, id);
    return Download.csv(`nil-returns-${id}.csv`, NIL_RETURN_COLUMNS, await this.queries.list(actor, id));
  }

  @Get('nil-returns/:nil')
  @Requires('read', NilReturn)
  one(@Acting() actor: Actor, @Param('id') id: string, @Param('nil') nil: string): Promise<Page> {
    return this.page(actor, { id, nil }, {});
  }

  @Post('nil-returns/:nil/signature')
  @Requires('sign', NilSignature)
  async signToo(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('nil') nil: string,
  ): Promise<Redirect> {
    const organisationId = actsFor(actor, 'EXECUTIVE_APPROVER');
    await this.returns.signToo(actor, { roundId: id, nilReturnId: nil, organisationId });
    return new Redirect(`/rounds/${id}/nil-returns/${nil}`, 'You have signed too. The return counts');
  }

  @Post('nil-returns/:nil/challenge')
  @Requires('challenge', NilChallenge)
  challenge(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('nil') nil: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(ChallengeNilReturn, body, {
      act: async ({ statement }) => {
        const organisationId = actsFor(actor, 'USER_GROUP_MEMBER');
        await this.returns.challenge(actor, { roundId: id, nilReturnId: nil, organisationId }, statement);
        return new Redirect(`/rounds/${id}/nil-returns/${nil}`, 'Everyone can read your challenge');
      },
      again: (challenging) => this.page(actor, { id, nil }, { challenging }),
    });
  }

  @Post('nil-returns/:nil/setting-aside')
  @Requires('propose', Proposal)
  setAside(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('nil') nil: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(SetNilReturnAside, body, {
      act: async (values) => {
        const proposal = await this.settings.propose(actor, { roundId: id, nilReturnId: nil }, values);
        return new Redirect(`/proposals/${proposal}`, 'It waits for another lead reviewer to agree');
      },
      again: (settingAside) => this.page(actor, { id, nil }, { settingAside }),
    });
  }

  private async page(
    actor: Actor,
    { id, nil }: { readonly id: string; readonly nil: string },
    again: { readonly challenging?: object; readonly settingAside?: object },
  ): Promise<Page> {
    const round = await this.found(actor, id);
    const found = await this.queries.one(actor, id, nil);
    if (!found) throw new NotFound();
    const counts = found.setAside === null && round.voiding === null;
    return new Page('reviews/nil-returns/views/one.njk', {
      title: found.organisation,
      caption: `${round.title}: a return that there is no such scheme`,
      round,
      found,
      state: nilReturnState(found),
      issues: [],
      may: {
        sign: counts && found.executiveSignedOn === null && this.maySign(actor, found),
        challenge: counts && this.access.can(actor, 'challenge', NilChallenge),
        setAside: counts && this.access.can(actor, 'propose', Proposal),
      },
      challenging: again.challenging ?? ChallengeNilReturn.asked(),
      settingAside: again.settingAside ?? SetNilReturnAside.asked(),
      ...again.challenging,
      ...again.settingAside,
    });
  }

  private maySign(actor: Actor, { organisationId }: NilReturnRow): boolean {
    return actor.organisationsAs('EXECUTIVE_APPROVER').includes(organisationId);
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}

function actsFor(actor: Actor, role: Role): string {
  const [organisationId] = actor.organisationsAs(role);
  if (organisationId === undefined) throw new NotPermitted();
  return organisationId;
}
