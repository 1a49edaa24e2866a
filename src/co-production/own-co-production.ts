import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import { standIn } from '../access/stand-in.js';
import type { DeploymentDetail } from '../deployments/finding/deployment-view.js';
import { DeploymentsQueries } from '../deployments/finding/deployments.queries.js';
import type { Actor } from '../identity/actor.js';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { NotFound, NotPermitted } from '../kernel/refusal.js';
import type { Look } from '../ledger/act.js';
import { CoProductionQueries, deploymentOwner } from './co-production.queries.js';
import type { PartOwnership } from './record/part-of-co-production.entity.js';
import { StageAccount } from './record/stage-account.entity.js';

/** Finds deployments for pages on which a trust tells how people were involved. */
@Injectable()
export class OwnCoProduction {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: CoProductionQueries,
    private readonly access: Access,
  ) {}

  /** The deployment. @throws NotFound when it cannot be seen. */
  async found(actor: Actor, key: string): Promise<DeploymentDetail> {
    const detail = await this.deployments.one(actor, key);
    if (!detail) throw new NotFound();
    return detail;
  }

  /** The deployment, for its own trust. @throws NotFound when it cannot be seen; NotPermitted for anybody else. */
  async toRecord(actor: Actor, key: string): Promise<DeploymentDetail> {
    const detail = await this.found(actor, key);
    this.access.require(actor, 'tell', ofTrust(detail));
    return detail;
  }

  /** The same, for an activity that belongs to this deployment and no other. */
  async toRecordPartOf(actor: Actor, key: string, involvementId: string): Promise<DeploymentDetail> {
    const detail = await this.toRecord(actor, key);
    const deploymentId = isId(involvementId) ? await this.queries.deploymentOf(actor, involvementId) : null;
    if (deploymentId !== detail.id) throw new NotFound();
    return detail;
  }

  /** True when the actor's trust tells this record. */
  mayRecord(actor: Actor, detail: DeploymentDetail): boolean {
    return this.access.can(actor, 'tell', ofTrust(detail));
  }
}

function ofTrust({ leadOrganisationId }: DeploymentDetail): StageAccount {
  return standIn(StageAccount, { leadOrganisationId });
}

/**
 * Whose the parts of a record are, before they are published.
 * @throws NotFound when the deployment cannot be seen; NotPermitted when no trust answers for it.
 */
export async function ownershipOf(look: Look, deploymentId: Uuid): Promise<PartOwnership> {
  const [owner] = await look(deploymentOwner(deploymentId));
  if (!owner) throw new NotFound();
  if (owner.leadOrganisationId === null) throw new NotPermitted('No trust answers for this deployment.');
  return { deploymentId, leadOrganisationId: owner.leadOrganisationId, published: false };
}
