import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import { Round } from '../round.entity.js';
import { NAMING_ANSWERS } from '../scoping/naming/naming-answer.entity.js';
import { NAMING_OUTCOMES } from '../scoping/naming/naming-decision.entity.js';
import { ROUND_STANDINGS } from './round-line.js';
import { RoundTables } from './round-tables.js';

const on = z.string().nullable();

const LineOut = z
  .object({
    organisationId: z.uuid(),
    organisation: z.string(),
    key: z.string(),
    odsCode: z.string().nullable(),
    reviewId: z.uuid().nullable().meta({ description: 'Null where no scheme of it is reviewed.' }),
    deploymentId: z.uuid().nullable(),
    deployment: z.string().nullable(),
    standing: z.enum(ROUND_STANDINGS),
    ...{ asked: on, acknowledged: on, answering: on, submitted: on, nil: on },
    ...{ scored: on, moderated: on, replied: on, published: on },
    nilReturnId: z.uuid().nullable(),
    named: z
      .array(
        z.object({
          ...{ id: z.uuid(), scheme: z.string(), namedOn: z.string(), answeredOn: on },
          says: z.enum(NAMING_ANSWERS).nullable(),
          outcome: z.enum(NAMING_OUTCOMES).nullable(),
        }),
      )
      .meta({ description: 'Schemes that only sources know and that were named for it in the round.' }),
    silentSince: on.meta({ description: 'The day of asking, until it says anything.' }),
    daysLate: z.number().meta({ description: 'Calendar days after the day first promised.' }),
    replyDueOn: on,
    removed: on,
    removedBecause: z.string().nullable(),
  })
  .meta({ id: 'RoundLine' });

const TableOut = z
  .object({
    on: z.string().meta({ description: 'The day on which it stands so.' }),
    summary: z.object({
      asked: z.number(),
      acknowledged: z.number(),
      saidNothing: z.number(),
      saidNothingSince: on,
      nil: z.number(),
      submitted: z.number(),
      published: z.number(),
      removed: z.number(),
      sentence: z.string(),
    }),
    lines: z.array(LineOut),
  })
  .meta({ id: 'RoundTable' });

/** The table of a round, for programs. */
@ApiTags('Rounds')
@Controller('api/v1/rounds/:id/table')
export class RoundTableApi {
  constructor(private readonly tables: RoundTables) {}

  @Get()
  @Requires('read', Round)
  @Answers(TableOut)
  async show(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof TableOut>> {
    const { on: day, summary, lines } = await this.tables.of(actor, id);
    return {
      on: day,
      summary,
      lines: lines.map((line) => ({ ...line, named: [...line.named] })),
    };
  }
}
