import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { Answers } from '../../web/api/answers.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { FACT_SAYERS, LANES } from './dated-fact.js';
import { SchemeTimeLine } from './scheme-time-line.js';

const TimeLineOut = z
  .object({
    today: z.iso.date(),
    facts: z.array(
      z.object({
        number: z.int().meta({ description: 'As on the page of the scheme, in order of dates.' }),
        lane: z.enum(wordsOf(LANES)),
        when: z
          .string()
          .meta({ description: 'As closely as known: 2018-09-14, 2018-09, 2018-autumn or 2018.' }),
        dateOf: z.enum(['FACT', 'PLAN', 'SOURCE']).meta({
          description: 'Whether the date is of what happened, of a plan, or only that of the source.',
        }),
        short: z.string(),
        full: z.string().nullable(),
        sayer: z
          .enum(FACT_SAYERS)
          .meta({ description: 'Who says it: sources, the trust itself, or the text of law and guidance.' }),
        saidBy: z.string(),
      }),
    ),
  })
  .meta({ id: 'TimeLine' });

/** Time lines of schemes for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments/:name')
export class TimeLineApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly timeLine: SchemeTimeLine,
  ) {}

  @Get('time-line')
  @Requires('read', Deployment)
  @Answers(TimeLineOut)
  async one(@Acting() actor: Actor, @Param('name') name: string): Promise<z.input<typeof TimeLineOut>> {
    const { facts, today } = await this.timeLine.of(actor, await this.deployments.named(actor, name));
    return {
      today,
      facts: facts.map(({ number, lane, when, dateOf, short, full, sayer, saidBy }) => ({
        ...{ number, lane, when, dateOf, short, full, sayer, saidBy },
      })),
    };
  }
}
