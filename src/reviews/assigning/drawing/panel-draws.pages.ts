import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { NotFound } from '../../../kernel/refusal.js';
import { Page } from '../../../web/answer/page.js';
import { day } from '../../../web/words.js';
import { Round } from '../../round.entity.js';
import { RoundsQueries } from '../../rounds/rounds.queries.js';
import { PANEL_ORIGIN_WORDS } from '../assigning.pages.js';
import { PanelDrawsQueries, type PanelDraw } from './panel-draws.queries.js';

/** How often panels were proposed for a round, from which seeds, and which were accepted, for everyone. */
@ApiExcludeController()
@Controller('rounds/:id/panel-draws')
export class PanelDrawsPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly draws: PanelDrawsQueries,
  ) {}

  @Get()
  @Requires('read', Round)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    const draws = await this.draws.ofRound(actor, id);
    return new Page('reviews/assigning/drawing/views/draws.njk', {
      title: 'How panels were drawn',
      caption: round.title,
      round,
      all: draws[0]?.all ?? 0,
      accepted: draws.filter(({ acceptedOn }) => acceptedOn !== null).length,
      rows: draws.map(drawRow),
    });
  }
}

function drawRow({ place, origin, seed, panels, inputsHash, proposedOn, acceptedOn }: PanelDraw): unknown[] {
  return [
    String(place),
    PANEL_ORIGIN_WORDS[origin],
    seed === null ? 'None' : String(seed),
    String(panels),
    day(proposedOn),
    `${inputsHash.slice(0, SHOWN_OF_HASH)}…`,
    acceptedOn === null
      ? { state: 'Not accepted', tone: 'quiet' }
      : { state: `Accepted on ${day(acceptedOn)}`, tone: 'good' },
  ];
}

const SHOWN_OF_HASH = 12;
