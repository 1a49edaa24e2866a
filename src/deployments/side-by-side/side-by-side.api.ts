import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import { TakesSeveral } from '../../web/asking/names-asked.js';
import { CLAIM_CONFIDENCES, Deployment } from '../deployment.entity.js';
import { SchemesSideBySide } from './schemes-side-by-side.js';
import { AGREEMENTS, type SideBySide } from './side-by-side.js';
import { SAID_BY } from './said.js';

const CompareQuery = z.object({
  scheme: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(20)])
    .optional()
    .meta({ description: 'A key or id, given two to six times: `scheme=surrey&scheme=essex`.' }),
});

const ComparisonOut = z
  .object({
    schemes: z.array(z.object({ key: z.string(), title: z.string(), area: z.string() })),
    fields: z
      .array(
        z.object({
          field: z.string(),
          agreement: z.enum(AGREEMENTS),
          cells: z.array(
            z.object({
              key: z.string(),
              said: z
                .array(
                  z.object({
                    text: z.string(),
                    by: z.enum(SAID_BY),
                    claimKey: z.string().nullable(),
                    confidence: z.enum(CLAIM_CONFIDENCES).nullable(),
                    on: z.string().nullable(),
                  }),
                )
                .meta({ description: 'Empty where nobody has said anything.' }),
            }),
          ),
        }),
      )
      .meta({
        description: 'Where the schemes differ first, then what is the same, then what nobody has said.',
      }),
  })
  .meta({ id: 'SchemeComparison' });

/** Schemes side by side, for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class SideBySideApi {
  constructor(private readonly comparing: SchemesSideBySide) {}

  @Get('compare')
  @Requires('read', Deployment)
  @Answers(ComparisonOut)
  @TakesSeveral('scheme')
  compare(
    @Acting() actor: Actor,
    @Query({ schema: CompareQuery }) { scheme }: z.infer<typeof CompareQuery>,
  ): Promise<SideBySide> {
    return this.comparing.of(actor, scheme);
  }
}
