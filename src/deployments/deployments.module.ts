import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { Documented } from '../evidence/documented.js';
import { Register } from '../evidence/register.js';
import { CohortApi } from './cohort/cohort.api.js';
import { CohortPages } from './cohort/cohort.pages.js';
import { CohortService } from './cohort/cohort.service.js';
import { Deployment } from './deployment.entity.js';
import { TrustsPages } from './trusts/trusts.pages.js';
import { TrustsQueries } from './trusts/trusts.queries.js';
import { deploymentPolicy } from './deployment.policy.js';
import { DeploymentsPages } from './finding/deployments.pages.js';
import { LifeCyclePages } from './life-cycle/life-cycle.pages.js';
import { OwnDeployment } from './finding/own-deployment.js';
import { RegisterPages } from './recording/register.pages.js';
import { AmendingPages } from './recording/amending.pages.js';
import { DeploymentsApi } from './recording/deployments.api.js';
import { DeploymentsQueries } from './finding/deployments.queries.js';
import { DeploymentsService } from './recording/deployments.service.js';
import { LifeCycleApi } from './life-cycle/life-cycle.api.js';
import { LifeCycleService } from './life-cycle/life-cycle.service.js';
import { LoadingQueries } from './loading/loading.queries.js';
import { SourceLoading } from './loading/source-loading.js';
import { SchemeMentions } from './finding/scheme-mentions.js';
import { TrustMentions } from './trusts/trust-mentions.js';

/**
 * Schemes, found by what they do and not by their names: who took part, what sources claim, how each lives and ends.
 * It never overwrites a claim with another, and says nothing of a real trust beyond the source it cites.
 */
@Module({
  imports: [OrganisationsModule],
  controllers: [
    DeploymentsApi,
    LifeCycleApi,
    CohortApi,
    DeploymentsPages,
    RegisterPages,
    AmendingPages,
    LifeCyclePages,
    CohortPages,
    TrustsPages,
  ],
  providers: [
    OwnDeployment,
    SchemeMentions,
    TrustMentions,
    TrustsQueries,
    DeploymentsQueries,
    DeploymentsService,
    LifeCycleService,
    CohortService,
    LoadingQueries,
    SourceLoading,
  ],
  exports: [
    DeploymentsQueries,
    DeploymentsService,
    LifeCycleService,
    CohortService,
    SchemeMentions,
    TrustMentions,
  ],
})
export class DeploymentsModule {
  constructor(access: Access, register: Register, documented: Documented, queries: DeploymentsQueries) {
    access.adopt(deploymentPolicy);
    documented.about('deployment', async (actor, id) => {
      const found = await queries.one(actor, id);
      if (!found?.leadOrganisationId) return null;
      const { title, key, leadOrganisationId } = found;
      return {
        title,
        href: `/deployments/${key}`,
        organisationId: leadOrganisationId,
        deploymentId: found.id,
      };
    });
    register.introduce({
      recorded: Deployment,
      singular: 'deployment',
      plural: 'deployments',
      pageOf: (id) => `/deployments/${id}`,
    });
    register.addPlaces(
      { href: '/trusts/own', text: 'Your trust', verb: 'register', subject: Deployment, order: 9 },
      { href: '/trusts', text: 'Trusts', verb: 'read', subject: Deployment, order: 10 },
      { href: '/deployments', text: 'Schemes', verb: 'read', subject: Deployment, order: 11 },
    );
  }
}
