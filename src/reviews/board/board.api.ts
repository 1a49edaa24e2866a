import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { Review } from '../review.entity.js';
import { ROUND_STANDINGS } from '../round-table/round-line.js';
import { BOARD_STEPS, LATE_STEPS } from './board-line.js';
import { BOARD_SHOWS, Boards } from './boards.js';
import { WAITED_FOR } from './mend.js';

const Asked = z.object({
  ...paging,
  show: z.enum(BOARD_SHOWS).optional().meta({ description: 'Show only these lines.' }),
  step: z.enum(BOARD_STEPS).optional().meta({ description: 'Show only what is at this step.' }),
  region: z.string().optional().meta({ description: 'Show only organisations of this region, by its code.' }),
});

const on = z.string().nullable();
const tally = z.object({ done: z.number(), of: z.number() });

const BoardLineOut = z
  .object({
    organisationId: z.uuid(),
    organisation: z.string(),
    key: z.string(),
    odsCode: z.string().nullable(),
    region: z.string().nullable(),
    reviewId: z.uuid().nullable(),
    deployment: z.string().nullable(),
    standing: z.enum(ROUND_STANDINGS),
    step: z.enum(BOARD_STEPS),
    leads: z
      .boolean()
      .meta({ description: 'Whether the reader leads the review: otherwise nothing is counted.' }),
    ...{ asked: on, acknowledged: on, submitted: on, scored: on, moderated: on, replied: on, published: on },
    answered: tally.nullable(),
    settled: tally.nullable(),
    panel: z
      .object({
        seats: z.number(),
        missing: z.array(z.string()),
        declared: tally,
        undecided: z.number(),
        locked: tally,
      })
      .nullable(),
    preparedOn: on,
    late: z.array(z.object({ step: z.enum(LATE_STEPS), days: z.number() })),
    mend: z.object({ waitsFor: z.enum(WAITED_FOR), href: z.string(), text: z.string() }),
  })
  .meta({ id: 'BoardLine' });

const BoardOut = z
  .object({
    on: z.string().meta({ description: 'The day on which it stands so.' }),
    sentence: z.string(),
    counts: z.record(z.enum(BOARD_SHOWS), z.number()),
    found: z.number(),
    items: z.array(BoardLineOut),
    next: z.string().nullable().meta({ description: 'Send as `after` for the next page; null on the last.' }),
  })
  .meta({ id: 'Board' });

/** The board of a round, for programs of lead reviewers. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/board')
export class BoardApi {
  constructor(private readonly boards: Boards) {}

  @Get()
  @Requires('start', Review)
  @Answers(BoardOut)
  async show(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: Asked }) query: z.infer<typeof Asked>,
  ): Promise<z.infer<typeof BoardOut>> {
    const { table, counts, found, page } = await this.boards.of(actor, id, query, pageRequest(query));
    return {
      ...{ on: table.on, sentence: table.summary.sentence, counts, found, next: page.next },
      items: page.items.map((line) => ({
        ...line,
        region: line.nationalGrouping,
        panel: line.panel && { ...line.panel, missing: [...line.panel.missing] },
        late: [...line.late],
      })),
    };
  }
}
