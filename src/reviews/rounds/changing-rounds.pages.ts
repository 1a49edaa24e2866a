import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { MovingDatesService } from './moving-dates.service.js';
import { MoveDate, VoidRound } from './round.forms.js';
import { RoundsQueries, type RoundRow } from './rounds.queries.js';
import { VoidingService, whyNotVoided } from './voiding.service.js';

const WAITS = 'Your proposal waits for another lead reviewer';

/** Pages on which a lead reviewer proposes to move a promised date, or to void a round that was opened wrongly. */
@ApiExcludeController()
@Controller('rounds/:id')
export class ChangingRoundsPages {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly moving: MovingDatesService,
    private readonly voiding: VoidingService,
  ) {}

  @Get('dates')
  @Requires('propose', Proposal)
  async askForDate(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { revision } = await this.found(actor, id);
    return this.movePage(actor, id, MoveDate.asked({ version: revision }));
  }

  @Post('dates')
  @Requires('propose', Proposal)
  move(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(MoveDate, body, {
      act: async (values) =>
        new Redirect(`/proposals/${await this.moving.propose(actor, id, values)}`, WAITS),
      again: (asked) => this.movePage(actor, id, asked),
      current: async () => ({ version: (await this.found(actor, id)).revision }),
    });
  }

  @Get('void')
  @Requires('propose', Proposal)
  askToVoid(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.voidPage(actor, id, VoidRound.asked());
  }

  @Post('void')
  @Requires('propose', Proposal)
  void(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(VoidRound, body, {
      act: async (values) =>
        new Redirect(`/proposals/${await this.voiding.propose(actor, id, values)}`, WAITS),
      again: (asked) => this.voidPage(actor, id, asked),
    });
  }

  private async movePage(actor: Actor, id: string, asked: Asked<FieldsOf<typeof MoveDate>>): Promise<Page> {
    return new Page('reviews/rounds/views/move-date.njk', {
      title: 'Propose to move a date',
      round: await this.found(actor, id),
      ...asked,
    });
  }

  private async voidPage(actor: Actor, id: string, asked: Asked<FieldsOf<typeof VoidRound>>): Promise<Page> {
    const round = await this.found(actor, id);
    return new Page('reviews/rounds/views/void-round.njk', {
      title: 'Propose to void this round',
      round,
      whyNot: whyNotVoided(round, await this.queries.isTooLateToVoid(actor, id)),
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.queries.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}
