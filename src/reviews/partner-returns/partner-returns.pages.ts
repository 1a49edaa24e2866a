import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { PartnerRequest } from './partner-request.entity.js';
import { partnerColumns, partnerLate, partnerState } from './partner-shown.js';
import { AskPartner } from './partner.forms.js';
import { PartnerReturnsQueries } from './partner-returns.queries.js';
import { PartnerReturnsService } from './partner-returns.service.js';

/** Which agencies are asked about a scheme, how each stands, and asking one. */
@ApiExcludeController()
@Controller('rounds/:id')
export class PartnerReturnsPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: PartnerReturnsQueries,
    private readonly partners: PartnerReturnsService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  @Get('partner-returns')
  @Requires('read', PartnerRequest)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.found(actor, id);
    const today = this.clock.today();
    const found = await this.queries.list(actor, id);
    return new Page('reviews/partner-returns/views/list.njk', {
      title: 'What partner agencies say',
      caption: round.title,
      round,
      rows: found.map((one) => [
        { href: `/rounds/${id}/partner-returns/${one.id}`, text: one.organisation },
        one.scheme,
        day(one.askedOn),
        day(one.dueOn),
        partnerState(one, today),
        partnerLate(one, today) || 'In time',
      ]),
      mayAsk: round.voiding === null && this.access.can(actor, 'ask', PartnerRequest),
    });
  }

  @Get('partner-returns.csv')
  @Requires('read', PartnerRequest)
  async download(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    await this.found(actor, id);
    const rows = await this.queries.list(actor, id);
    return Download.csv(`partner-returns-${id}.csv`, partnerColumns(this.clock.today()), rows);
  }

  @Get('partner-returns/ask')
  @Requires('ask', PartnerRequest)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.askPage(actor, id, AskPartner.asked());
  }

  @Post('partner-returns/ask')
  @Requires('ask', PartnerRequest)
  askOne(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(AskPartner, body, {
      act: async (values) => {
        await this.found(actor, id);
        await this.partners.ask(actor, id, values);
        return new Redirect(`/rounds/${id}/partner-returns`, 'The agency is asked');
      },
      again: (asked) => this.askPage(actor, id, asked),
    });
  }

  private async askPage(actor: Actor, id: string, asked: Asked<FieldsOf<typeof AskPartner>>): Promise<Page> {
    const round = await this.found(actor, id);
    return new Page('reviews/partner-returns/views/ask.njk', {
      title: 'Ask a partner agency',
      caption: round.title,
      round,
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}
