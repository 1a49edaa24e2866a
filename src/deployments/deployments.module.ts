import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { Documented } from '../evidence/documented.js';
import { MendingService } from '../evidence/mending/mending.service.js';
import { Register } from '../evidence/register.js';
import { SchemeOnADay } from './as-it-stood/scheme-on-a-day.js';
import { StoodQueries } from './as-it-stood/stood.queries.js';
import { claimPolicy } from './claims/claim.policy.js';
import { SideBySideApi } from './side-by-side/side-by-side.api.js';
import { SchemesSideBySide } from './side-by-side/schemes-side-by-side.js';
import { SideBySidePages } from './side-by-side/side-by-side.pages.js';
import { Claim } from './claims/claim.entity.js';
import { ClaimPictures } from './claims/drawing/claim-pictures.js';
import { ClaimsApi } from './claims/reading/claims.api.js';
import { ClaimsPages } from './claims/reading/claims.pages.js';
import { ClaimsCiting } from './claims/reading/claims-citing.js';
import { ClaimsOfOrganisations } from './claims/reading/claims-of-organisations.js';
import { ClaimsQueries } from './claims/reading/claims.queries.js';
import { SourcesFound } from './claims/reading/sources-found.js';
import { CohortApi } from './cohort/cohort.api.js';
import { CohortPages } from './cohort/cohort.pages.js';
import { CohortService } from './cohort/cohort.service.js';
import { Deployment } from './deployment.entity.js';
import { KINDS_OF_DEPLOYMENTS } from './deployment-kinds.js';
import { MENDABLE_PARTS } from './mendable-parts.js';
import { Entries } from './entries/entries.js';
import { EntrySections } from './entries/entry-sections.js';
import { EntriesQueries } from './entries/entries.queries.js';
import { EntriesService } from './entries/telling/entries.service.js';
import { deploymentPolicy } from './deployment.policy.js';
import { DeploymentsApi } from './finding/deployments.api.js';
import { DeploymentsPages } from './finding/deployments.pages.js';
import { DeploymentsQueries } from './finding/deployments.queries.js';
import { OwnDeployment } from './finding/own-deployment.js';
import { SearchRooms } from './finding/search-rooms.js';
import { SearchPages } from './finding/search.pages.js';
import { SchemeMentions } from './finding/scheme-mentions.js';
import { SchemeSections } from './finding/scheme-sections.js';
import { LifeCycleApi } from './life-cycle/life-cycle.api.js';
import { LifeCyclePages } from './life-cycle/life-cycle.pages.js';
import { LifeCycleService } from './life-cycle/life-cycle.service.js';
import { stepPolicy } from './life-cycle/steps/step.policy.js';
import { FurtherFacts } from './loading/further-facts.js';
import { LoadingPages } from './loading/loading.pages.js';
import { RegisterLoad } from './loading/register-load.entity.js';
import { registerLoadPolicy } from './loading/register-load.policy.js';
import { SourceLoading } from './loading/source-loading.js';
import { PublishingApi } from './publishing/publishing.api.js';
import { PublishingPages } from './publishing/publishing.pages.js';
import { PublishingService } from './publishing/publishing.service.js';
import { AgenciesPages } from './recording/agencies.pages.js';
import { AmendingPages } from './recording/amending.pages.js';
import { DeploymentsService } from './recording/deployments.service.js';
import { RecordingApi } from './recording/recording.api.js';
import { RegisterPages } from './recording/register.pages.js';
import { screeningPolicy } from './screening/classification/screening.policy.js';
import { ScreeningApi } from './screening/screening.api.js';
import { ScreeningPages } from './screening/screening.pages.js';
import { ScreeningService } from './screening/screening.service.js';
import { SchemeSectionsApi } from './reading/scheme-sections.api.js';
import { SchemeReading } from './reading/scheme-reading.js';
import { SchemeTimeLine } from './time-line/scheme-time-line.js';
import { TimeLineApi } from './time-line/time-line.api.js';
import { TimeLinePages } from './time-line/time-line.pages.js';
import { TrustMentions } from './trusts/trust-mentions.js';
import { TrustsPages } from './trusts/trusts.pages.js';
import { TrustsQueries } from './trusts/trusts.queries.js';

/**
 * Schemes, found by what they do and not by their names: who took part, what sources claim, how each lives and ends.
 * It never overwrites a claim with another, and says nothing of a real trust beyond the source it cites.
 */
@Module({
  imports: [OrganisationsModule],
  controllers: [
    SideBySideApi,
    SideBySidePages,
    DeploymentsApi,
    RecordingApi,
    PublishingApi,
    ScreeningApi,
    LifeCycleApi,
    CohortApi,
    SearchPages,
    DeploymentsPages,
    RegisterPages,
    LoadingPages,
    AmendingPages,
    AgenciesPages,
    PublishingPages,
    ScreeningPages,
    LifeCyclePages,
    CohortPages,
    TrustsPages,
    ...[TimeLinePages, TimeLineApi, SchemeSectionsApi],
    ClaimsPages,
    ClaimsApi,
  ],
  providers: [
    SchemeOnADay,
    SchemesSideBySide,
    StoodQueries,
    OwnDeployment,
    ...[SchemeMentions, SchemeSections, SearchRooms],
    ...[Entries, EntriesQueries, EntriesService, EntrySections],
    ...[SchemeTimeLine, SchemeReading],
    TrustMentions,
    TrustsQueries,
    DeploymentsQueries,
    DeploymentsService,
    PublishingService,
    ScreeningService,
    LifeCycleService,
    CohortService,
    SourceLoading,
    FurtherFacts,
    ...[ClaimsQueries, ClaimPictures, SourcesFound],
    ClaimsOfOrganisations,
    ClaimsCiting,
  ],
  exports: [
    DeploymentsQueries,
    DeploymentsService,
    PublishingService,
    ScreeningService,
    LifeCycleService,
    CohortService,
    SourceLoading,
    FurtherFacts,
    SchemeMentions,
    SchemeSections,
    ...[TrustMentions, ClaimPictures, SearchRooms],
    ...[OwnDeployment, Entries, EntriesQueries, EntriesService],
  ],
})
export class DeploymentsModule {
  constructor(
    access: Access,
    register: Register,
    documented: Documented,
    mending: MendingService,
    queries: DeploymentsQueries,
  ) {
    mending.introduce(...MENDABLE_PARTS);
    access.adopt(registerLoadPolicy, deploymentPolicy, claimPolicy, screeningPolicy, stepPolicy);
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
    register.introduce(...KINDS_OF_DEPLOYMENTS, {
      recorded: RegisterLoad,
      singular: 'load of the register’s files',
      plural: 'loads of the register’s files',
    });
    register.addPlaces(
      { href: '/trusts/own', text: 'Your trust', verb: 'register', subject: Deployment, order: 9 },
      { href: '/trusts', text: 'Trusts', verb: 'read', subject: Deployment, order: 10 },
      { href: '/deployments', text: 'Schemes', verb: 'read', subject: Deployment, order: 11 },
      {
        href: '/claims',
        under: '/deployments',
        text: 'What is said',
        verb: 'read',
        subject: Claim,
        order: 12,
      },
      {
        href: '/register/load',
        under: '/deployments',
        text: 'Load the register',
        verb: 'load',
        subject: RegisterLoad,
        order: 94,
      },
    );
  }
}
