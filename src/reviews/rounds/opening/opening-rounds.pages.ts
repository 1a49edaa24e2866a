import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../../access/requirement.js';
import { FrameworksQueries } from '../../../frameworks/frameworks.queries.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../../web/form/form.js';
import { submit } from '../../../web/form/submit.js';
import { Round } from '../../round.entity.js';
import { OpenRound } from '../round.forms.js';
import { RoundsService } from '../rounds.service.js';

/** The page on which a lead reviewer opens a round, with every date that it promises. */
@ApiExcludeController()
@Controller('rounds')
export class OpeningRoundsPages {
  constructor(
    private readonly rounds: RoundsService,
    private readonly frameworks: FrameworksQueries,
  ) {}

  @Get('new')
  @Requires('open', Round)
  ask(@Acting() actor: Actor): Promise<Page> {
    return this.opening(actor, OpenRound.asked());
  }

  @Post()
  @Requires('open', Round)
  open(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(OpenRound, body, {
      act: async (values) =>
        new Redirect(`/rounds/${await this.rounds.open(actor, values)}`, 'The round was opened'),
      again: (asked) => this.opening(actor, asked),
    });
  }

  private async opening(actor: Actor, asked: Asked<FieldsOf<typeof OpenRound>>): Promise<Page> {
    const editions = await this.frameworks.list(actor);
    const choices = editions.map(({ key, title }) => ({ value: key, label: `${key} – ${title}` }));
    return new Page('reviews/rounds/opening/views/open-round.njk', {
      title: 'Open a round',
      ...asked,
      form: asked.form.offering({ framework: choices }),
    });
  }
}
