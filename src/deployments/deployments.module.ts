import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { deploymentPolicy } from './deployment.policy.js';
import { DeploymentsApi } from './deployments.api.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { DeploymentsService } from './deployments.service.js';
import { LifeCycleApi } from './life-cycle/life-cycle.api.js';
import { LifeCycleService } from './life-cycle/life-cycle.service.js';
import { LoadingQueries } from './loading/loading.queries.js';
import { SourceLoading } from './loading/source-loading.js';

/**
 * Schemes, found by what they do and not by their names: who took part, what sources claim, how each lives and ends.
 * It never overwrites a claim with another, and says nothing of a real trust beyond the source it cites.
 */
@Module({
  imports: [OrganisationsModule],
  controllers: [DeploymentsApi, LifeCycleApi],
  providers: [DeploymentsQueries, DeploymentsService, LifeCycleService, LoadingQueries, SourceLoading],
  exports: [DeploymentsQueries, DeploymentsService, LifeCycleService],
})
export class DeploymentsModule {
  constructor(access: Access) {
    access.adopt(deploymentPolicy);
  }
}
