import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Round } from '../round.entity.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { INFORMATION_COLUMNS, stepRow, type StandingStep } from './information-shown.js';
import { informationStanding } from './information-standing.js';
import { InformationQueries } from './information.queries.js';

/** What was asked of trusts in a round and whether they answered, by days alone, for everyone. */
@ApiExcludeController()
@Controller('rounds/:id')
export class InformationInRoundsPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: InformationQueries,
    private readonly clock: Clock,
  ) {}

  @Get('information-requests')
  @Requires('read', Round)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { round, steps } = await this.found(actor, id);
    return new Page('reviews/information-requests/views/in-round.njk', {
      title: 'What reviewers ask trusts for',
      caption: round.title,
      round,
      rows: steps.map(stepRow),
    });
  }

  @Get('information-requests.csv')
  @Requires('read', Round)
  async download(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    const { steps } = await this.found(actor, id);
    return Download.csv(`information-requests-${id}.csv`, INFORMATION_COLUMNS, steps);
  }

  private async found(
    actor: Actor,
    id: string,
  ): Promise<{ readonly round: RoundRow; readonly steps: readonly StandingStep[] }> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    const today = this.clock.today();
    const steps = await this.queries.inRound(actor, id);
    return { round, steps: steps.map((step) => ({ ...step, ...informationStanding(step, today) })) };
  }
}
