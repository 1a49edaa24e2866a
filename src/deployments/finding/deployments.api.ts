import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { ShowsDays } from '../../web/asking/day-asked.js';
import { SchemeOnADay } from '../as-it-stood/scheme-on-a-day.js';
import { Deployment } from '../deployment.entity.js';
import { LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import { DeploymentOut, DeploymentsOut } from './deployment-out.js';
import type { DeploymentDetail, DeploymentRow } from './deployment-view.js';
import { DeploymentsQueries } from './deployments.queries.js';

const DeploymentQuery = z.object({
  ...paging,
  q: z.string().max(200).optional().meta({
    description:
      'Words of a title, an area or a place, any name it has gone by, an agency or an organisation with its town, or what is claimed of it: `PAVE`.',
  }),
  state: z.enum(LIFE_CYCLE_STATES).optional(),
  region: z.string().max(200).optional().meta({
    description: 'The name of a region in which it lies: `East Midlands`.',
  }),
  organisation: z.uuid().optional().meta({
    description: 'The id of an organisation that led it, took part, or followed the one that led it.',
  }),
});

const DayQuery = z.object({
  at: z.unknown().optional().meta({
    type: 'string',
    format: 'date',
    description:
      'A day: the record is answered as everyone could read it at the end of that day, with `asItStood`. Refused before it was public.',
  }),
});

/** Deployments for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class DeploymentsApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly stood: SchemeOnADay,
  ) {}

  @Get()
  @Requires('read', Deployment)
  @Answers(DeploymentsOut)
  list(
    @Acting() actor: Actor,
    @Query({ schema: DeploymentQuery }) query: z.infer<typeof DeploymentQuery>,
  ): Promise<ListPage<DeploymentRow>> {
    const { q, state, region, organisation } = query;
    return this.deployments.list(
      actor,
      { q, state, region, organisationId: organisation },
      pageRequest(query),
    );
  }

  @Get(':name')
  @Requires('read', Deployment)
  @ShowsDays()
  @Answers(DeploymentOut)
  one(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Query({ schema: DayQuery }) { at }: z.infer<typeof DayQuery>,
  ): Promise<DeploymentDetail> {
    return this.stood.named(actor, name, at);
  }
}
