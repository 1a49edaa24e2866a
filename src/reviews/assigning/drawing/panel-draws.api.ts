import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { NotFound } from '../../../kernel/refusal.js';
import { Answers } from '../../../web/api/answers.js';
import { Round } from '../../round.entity.js';
import { RoundsQueries } from '../../rounds/rounds.queries.js';
import { PANEL_ORIGINS } from '../panel-proposal.entity.js';
import { PanelDrawsQueries } from './panel-draws.queries.js';

const DrawsOut = z
  .object({
    all: z.number().meta({ description: 'How often panels were proposed for this round, accepted or not.' }),
    draws: z
      .array(
        z.object({
          place: z.number().meta({ description: 'The first, second … proposal of the round.' }),
          origin: z.enum(PANEL_ORIGINS),
          seed: z.number().nullable().meta({ description: 'Null where panels came from a table.' }),
          panels: z.number(),
          inputsHash: z
            .string()
            .meta({ description: 'SHA-256 of what it rests on: the same where nothing had changed.' }),
          proposedOn: z.string(),
          acceptedOn: z.string().nullable(),
        }),
      )
      .meta({ description: 'The newest 200, newest first. Nobody is named.' }),
  })
  .meta({ id: 'PanelDraws' });

/** How panels of a round were drawn, for programs. */
@ApiTags('Reviewers')
@Controller('api/v1/rounds/:id/panel-draws')
export class PanelDrawsApi {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly draws: PanelDrawsQueries,
  ) {}

  @Get()
  @Requires('read', Round)
  @Answers(DrawsOut)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof DrawsOut>> {
    if (!(await this.rounds.one(actor, id))) throw new NotFound();
    const draws = await this.draws.ofRound(actor, id);
    return { all: draws[0]?.all ?? 0, draws };
  }
}
