import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import type { DeploymentDetail } from './deployment-view.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from './deployments.queries.js';

/** Finds deployments for pages on which a trust changes its own. */
@Injectable()
export class OwnDeployment {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly access: Access,
  ) {}

  /**
   * The deployment, for somebody who may change it.
   * @throws NotFound when it cannot be seen; NotPermitted when it can, and another trust answers for it.
   */
  async toChange(actor: Actor, key: string): Promise<DeploymentDetail> {
    const detail = await this.deployments.named(actor, key);
    this.access.require(actor, 'correct', recordedIn(detail));
    return detail;
  }

  /** True for somebody who may register a scheme of some trust. */
  mayRegister(actor: Actor): boolean {
    return this.access.can(actor, 'register', Deployment);
  }

  /** True when the actor's trust answers for it, so that its pages may be offered. */
  isOf(actor: Actor, detail: DeploymentDetail): boolean {
    return this.access.can(actor, 'correct', recordedIn(detail));
  }
}

function recordedIn({ id, leadOrganisationId, published }: DeploymentDetail): Deployment {
  return standIn(Deployment, { id, leadOrganisationId, published });
}
