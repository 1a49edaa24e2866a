import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Answers } from '../../web/api/answers.js';
import { correctionSchema, sent } from '../../web/api/correction.js';
import type { ValuesIn } from '../../web/form/form.js';
import { Claim } from '../claims/claim.entity.js';
import { AddClaim, newClaimFrom } from '../claims/claim.form.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { DeploymentPlace } from '../deployment-place.entity.js';
import { Deployment } from '../deployment.entity.js';
import { AddedOut, DeploymentOut } from '../finding/deployment-out.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import {
  AddAgency,
  AddName,
  AddPlace,
  CorrectDeployment,
  newDeploymentFrom,
  RegisterDeployment,
} from './deployment.forms.js';
import { DeploymentsService } from './deployments.service.js';
import type { z } from 'zod';

const Correction = correctionSchema(CorrectDeployment);

/** What a trust records of its own schemes, for programs. */
@ApiTags('Deployments')
@Controller('api/v1/deployments')
export class RecordingApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly service: DeploymentsService,
  ) {}

  @Post()
  @Requires('register', Deployment)
  @Answers(DeploymentOut, 201)
  async register(
    @Acting() actor: Actor,
    @Body({ schema: RegisterDeployment.schema }) values: ValuesIn<typeof RegisterDeployment>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.service.register(actor, newDeploymentFrom(values));
    return this.deployments.named(actor, id);
  }

  @Post(':name/correction')
  @Requires('correct', Deployment)
  @Answers(DeploymentOut)
  async correct(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: Correction }) { version, reason, ...details }: z.output<typeof Correction>,
  ): Promise<DeploymentDetail> {
    const { id } = await this.deployments.named(actor, name);
    await this.service.correct(actor, id, sent(details), {
      reason: reason ?? null,
      expected: version,
    });
    return this.deployments.named(actor, id);
  }

  @Post(':name/names')
  @Requires('name', DeploymentName)
  @Answers(AddedOut, 201)
  async addName(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AddName.schema }) values: ValuesIn<typeof AddName>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.deployments.named(actor, name);
    return { id: await this.service.addName(actor, id, values) };
  }

  @Post(':name/where')
  @Requires('place', DeploymentPlace)
  @Answers(AddedOut, 201)
  async addPlace(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AddPlace.schema }) values: ValuesIn<typeof AddPlace>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.deployments.named(actor, name);
    return { id: await this.service.addPlace(actor, id, values) };
  }

  @Post(':name/agencies')
  @Requires('involve', DeploymentAgency)
  @Answers(AddedOut, 201)
  async addAgency(
    @Acting() actor: Actor,
    @Param('name') name: string,
    @Body({ schema: AddAgency.schema }) values: ValuesIn<typeof AddAgency>,
  ): Promise<{ id: Uuid }> {
    const { id } = await this.deployments.named(actor, name);
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
    const { id } = await this.deployments.named(actor, name);
    return this.service.state(actor, id, newClaimFrom(values));
  }
}
