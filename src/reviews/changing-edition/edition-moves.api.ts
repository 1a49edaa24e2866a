import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { RecordedOut } from '../recorded-out.js';
import { Round } from '../round.entity.js';
import { EditionMovesQueries, type EditionMoveRow } from './edition-moves.queries.js';
import { MoveEdition } from './move-edition.form.js';
import { MOVE_SORTS, type MovePreview } from './move-preview.js';
import { MovingEditionsService } from './moving-editions.service.js';

const DifferenceOut = z.object({
  about: z.string(),
  what: z.string(),
  was: z.string().nullable(),
  becomes: z.string().nullable(),
});

const MoveOut = z
  .object({
    whyNot: z.string().nullable().meta({ description: 'Why it cannot be done; null where it can.' }),
    isBack: z.boolean().meta({ description: 'True where it goes back to exactly what was asked before.' }),
    criteria: z.array(
      z.object({
        sorts: z.array(z.enum(MOVE_SORTS)),
        was: z.string().nullable(),
        becomes: z.string().nullable(),
        beside: z.array(z.string()),
        into: z.array(z.string()),
        differences: z.array(DifferenceOut),
      }),
    ),
    scale: z.array(DifferenceOut),
  })
  .meta({ id: 'PreviewOfEditionMove' });

const MovesOut = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        from: z.string(),
        to: z.string(),
        criteria: z.array(z.string()),
        trail: z.record(z.string(), z.record(z.string(), z.string())).meta({
          description:
            'By the move since which an answer was given and its code: the code under which it stands.',
        }),
        reason: z.string(),
        decidedOn: z.string(),
      }),
    ),
  })
  .meta({ id: 'EditionMoves' });

/** Moves of rounds to other editions, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/editions')
export class EditionMovesApi {
  constructor(
    private readonly moves: EditionMovesQueries,
    private readonly moving: MovingEditionsService,
  ) {}

  @Get()
  @Requires('read', Round)
  @Answers(MovesOut)
  async list(
    @Acting() actor: Actor,
    @Param('id') id: string,
  ): Promise<{ readonly items: readonly EditionMoveRow[] }> {
    return { items: await this.moves.of(actor, id) };
  }

  @Get(':key')
  @Requires('read', Round)
  @Answers(MoveOut)
  async preview(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<MovePreview & { readonly whyNot: string | null; readonly isBack: boolean }> {
    const { preview, whyNot, undoes } = await this.moving.look(actor, id, key);
    return { ...preview, whyNot, isBack: undoes !== null };
  }

  @Post(':key')
  @Requires('propose', Proposal)
  @Answers(RecordedOut, 201)
  async propose(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('key') key: string,
    @Body({ schema: MoveEdition.schema }) values: ValuesIn<typeof MoveEdition>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.moving.propose(actor, { roundId: id, edition: key }, values) };
  }
}
