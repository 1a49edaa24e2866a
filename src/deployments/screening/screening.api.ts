import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { CLASSIFICATIONS, SCOPES, type Screened } from './classification/classify.js';
import { Screening } from './classification/screening.entity.js';
import { ScreenDeployment, screeningFrom } from './screening.form.js';
import { ScreeningService } from './screening.service.js';

const ScreenedOut = z
  .object({
    id: z.uuid(),
    classification: z.enum(CLASSIFICATIONS),
    inScope: z.enum(SCOPES),
    decidedBy: z.array(z.string()),
    openElements: z.array(z.string()),
    doubts: z.array(z.string()),
  })
  .meta({ id: 'Screened' });

/** Screening by what a scheme does, for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class ScreeningApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly screenings: ScreeningService,
  ) {}

  @Post(':name/screenings')
  @Requires('screen', Screening)
  @Answers(ScreenedOut, 201)
  async screen(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: ScreenDeployment.schema }) values: ValuesIn<typeof ScreenDeployment>,
  ): Promise<Screened & { readonly id: Uuid }> {
    const { id } = await this.deployments.named(actor, name);
    return this.screenings.screen(actor, id, screeningFrom(values));
  }
}
