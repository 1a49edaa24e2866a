import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { ListPage } from '../../platform/database/keyset.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { AddedOut, DeploymentOut, DeploymentsOut } from '../finding/deployment-out.js';
import type { DeploymentDetail, DeploymentRow } from '../finding/deployment-view.js';
import { Deployment } from '../deployment.entity.js';
import {
  AddAgency,
  AddClaim,
  AddName,
  CorrectDeployment,
  PublishDeployment,
  RegisterDeployment,
} from './deployment.forms.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { DeploymentsService } from './deployments.service.js';
import { LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import { newClaimFrom, newDeploymentFrom } from './new-deployment.js';
import { Answers } from '../../web/api/answers.js';

const DeploymentQuery = z.object({
  ...paging,
  q: z.string().max(200).optional().meta({
    description: 'Words of a title, an area, any name it has gone by, an agency or an organisation: `PAVE`.',
  }),
  state: z.enum(LIFE_CYCLE_STATES).optional(),
  organisation: z
    .uuid()
    .optional()
    .meta({ description: 'The id of an organisation that led it or took part.' }),
});

/** Deployments for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class DeploymentsApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly service: DeploymentsService,
  ) {}

  @Get()
  @Requires('read', Deployment)
  @Answers(DeploymentsOut)
  list(
    @Acting() actor: Actor,
    @Query({ schema: DeploymentQuery }) query: z.infer<typeof DeploymentQuery>,
  ): Promise<ListPage<DeploymentRow>> {
    const { q, state, organisation } = query;
    return this.deployments.list(actor, { q, state, organisationId: organisation }, pageRequest(query));
  }

  @Get(':name')
  @Requires('read', Deployment)
  @Answers(DeploymentOut)
  async one(@Acting() actor: Actor, @Param('name') name: string): Promise<DeploymentDetail> {
    const deployment = await this.deployments.one(actor, name);
    if (!deployment) throw new NotFound();
    return deployment;
  }

  @Post()
  @Requires('register', Deployment)
  @Answers(DeploymentOut, 201)
  async register(
    @Acting() actor: Actor,
    @Body({ schema: RegisterDeployment.schema }) values: ValuesIn<typeof RegisterDeployment>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.service.register(actor, newDeploymentFrom(values));
    return this.one(actor, id);
  }

  @Post(':name/correction')
  @Requires('correct', Deployment)
  @Answers(DeploymentOut)
  async correct(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: CorrectDeployment.schema }) values: ValuesIn<typeof CorrectDeployment>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.one(actor, name);
    const { title, area, note, version } = values;
    await this.service.correct(actor, id, { title, area, note: note ?? null, expected: version });
    return this.one(actor, id);
  }

  @Post(':name/names')
  @Requires('name', DeploymentName)
  @Answers(AddedOut, 201)
  async addName(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AddName.schema }) values: ValuesIn<typeof AddName>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.one(actor, name);
    return { id: await this.service.addName(actor, id, values) };
  }

  @Post(':name/agencies')
  @Requires('involve', DeploymentAgency)
  @Answers(AddedOut, 201)
  async addAgency(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AddAgency.schema }) values: ValuesIn<typeof AddAgency>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.one(actor, name);
    return { id: await this.service.addAgency(actor, id, values) };
  }

  @Post(':name/claims')
  @Requires('state', Claim)
  @Answers(AddedOut, 201)
  async state(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AddClaim.schema }) values: ValuesIn<typeof AddClaim>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.one(actor, name);
    return this.service.state(actor, id, newClaimFrom(values));
  }

  @Post(':name/publication')
  @Requires('publish', Deployment)
  @Answers(DeploymentOut)
  async publish(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: PublishDeployment.schema }) values: ValuesIn<typeof PublishDeployment>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.one(actor, name);
    await this.service.publish(actor, id, values.version);
    return this.one(actor, id);
  }
}
