import { Module } from '@nestjs/common';
import { AttestationsHome } from './attestations/attestations-home.js';
import { MENDABLE_PARTS_TOLD } from './mendable-parts-told.js';
import { MendingService } from '../evidence/mending/mending.service.js';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { StageAccountsApi } from './accounts/stage-accounts.api.js';
import { StageAccountsPages } from './accounts/stage-accounts.pages.js';
import { StageAccountsService } from './accounts/stage-accounts.service.js';
import { AskingPages } from './attestations/asking.pages.js';
import { AttestationsApi } from './attestations/attestations.api.js';
import { AttestationsPages } from './attestations/attestations.pages.js';
import { AttestationsQueries } from './attestations/attestations.queries.js';
import { AttestationsService } from './attestations/attestations.service.js';
import { coProductionPolicy } from './co-production.policy.js';
import { CoProductionQueries } from './co-production.queries.js';
import { InvolvementApi } from './involvement/involvement.api.js';
import { InvolvementPages } from './involvement/involvement.pages.js';
import { InvolvementService } from './involvement/involvement.service.js';
import { OwnCoProduction } from './own-co-production.js';
import { CoProductionApi } from './publishing/co-production.api.js';
import { CoProductionIntroduced } from './publishing/co-production-introduced.js';
import { CoProductionMentioned } from './publishing/co-production-mentioned.js';
import { CoProductionPages } from './publishing/co-production.pages.js';
import { CoProductionService } from './publishing/co-production.service.js';

/**
 * How people with lived experience had a say in a scheme, and what user-led groups say of the trust's account. It never
 * edits what a group says, never ties an experience to a name, and shows the working of every level.
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [
    ...[CoProductionPages, StageAccountsPages, InvolvementPages, AskingPages, AttestationsPages],
    ...[CoProductionApi, StageAccountsApi, InvolvementApi, AttestationsApi],
  ],
  providers: [
    AttestationsHome,
    ...[OwnCoProduction, CoProductionQueries, AttestationsQueries],
    ...[StageAccountsService, InvolvementService, AttestationsService, CoProductionService],
    ...[CoProductionIntroduced, CoProductionMentioned],
  ],
  exports: [
    CoProductionQueries,
    StageAccountsService,
    InvolvementService,
    AttestationsService,
    CoProductionService,
  ],
})
export class CoProductionModule {
  constructor(access: Access, mending: MendingService) {
    mending.introduce(...MENDABLE_PARTS_TOLD);
    access.adopt(coProductionPolicy);
  }
}
