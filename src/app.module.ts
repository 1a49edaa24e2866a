import { Module, type DynamicModule } from '@nestjs/common';
import { AboutModule } from './about/about.module.js';
import { AccountabilityModule } from './accountability/accountability.module.js';
import { ActivityModule } from './activity/activity.module.js';
import { AccessModule } from './access/access.module.js';
import { DataSharingModule } from './data-sharing/data-sharing.module.js';
import { CoProductionModule } from './co-production/co-production.module.js';
import { DeploymentsModule } from './deployments/deployments.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ComplaintsModule } from './complaints/complaints.module.js';
import { ConcernsModule } from './concerns/concerns.module.js';
import { IdentityModule } from './identity/identity.module.js';
import type { Clock } from './kernel/clock.js';
import { FrameworksModule } from './frameworks/frameworks.module.js';
import { HomeModule } from './home/home.module.js';
import { HaltingModule } from './halting/halting.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MembershipsModule } from './memberships/memberships.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import type { Connection } from './platform/database/reaching/connection.js';
import { PastRequestsModule } from './past-requests/past-requests.module.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Settings } from './platform/settings/settings.js';
import { PublicationModule } from './publication/publication.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { PublicQuestionsModule } from './public-questions/public-questions.module.js';
import { SuggestionsModule } from './suggestions/suggestions.module.js';
import { SpendingModule } from './spending/spending.module.js';
import { StaffingModule } from './staffing/staffing.module.js';
import { SuccessionModule } from './succession/succession.module.js';
import { WatchingModule } from './watching/watching.module.js';
import type { WebSettings } from './web/web-settings.js';
import { WebModule } from './web/web.module.js';

/** What Candour runs on: its settings, how pages are served, and its database. */
export interface Foundation {
  readonly settings: Settings;
  readonly web: WebSettings;
  readonly connection: Connection;
}

/** The table of contents, in reading order: the ground, what is recorded about a scheme, its review, and what people say. */
@Module({})
export class AppModule {
  /** The whole of Candour on this ground. */
  static on({ settings, web, connection }: Foundation, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(settings, connection, clock),
        WebModule.with(web),
        IdentityModule,
        AccessModule,
        LedgerModule,
        EvidenceModule,
        HomeModule,
        AboutModule,
        MembershipsModule,
        OrganisationsModule,
        DeploymentsModule,
        PastRequestsModule,
        AccountabilityModule,
        StaffingModule,
        IncidentsModule,
        ActivityModule,
        SpendingModule,
        SuccessionModule,
        CoProductionModule,
        DataSharingModule,
        FrameworksModule,
        ReviewsModule,
        PublicationModule,
        HaltingModule,
        NoticesModule,
        OperationsModule,
        ConcernsModule,
        ComplaintsModule,
        WatchingModule,
        SuggestionsModule,
        PublicQuestionsModule,
      ],
    };
  }
}
