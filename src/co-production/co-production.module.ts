import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { AttestationsPages } from './attestations/attestations.pages.js';
import { AttestationsService } from './attestations/attestations.service.js';
import { CoProductionApi } from './publishing/co-production.api.js';
import { CoProductionIntroduced } from './publishing/co-production-introduced.js';
import { CoProductionMentioned } from './publishing/co-production-mentioned.js';
import { CoProductionPages } from './publishing/co-production.pages.js';
import { involvementPolicy } from './involvement/involvement.policy.js';
import { CoProductionQueries } from './co-production.queries.js';
import { InvolvementService } from './involvement/involvement.service.js';
import { InvolvementPages } from './involvement/involvement.pages.js';
import { OwnCoProduction } from './accounts/own-co-production.js';

/**
 * How people with lived experience had a say in a scheme, and what user-led groups say of the trust's account. It never
 * edits what a group says, never ties an experience to a name, and shows the working of every level.
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [CoProductionPages, InvolvementPages, AttestationsPages, CoProductionApi],
  providers: [
    OwnCoProduction,
    CoProductionQueries,
    InvolvementService,
    AttestationsService,
    CoProductionIntroduced,
    CoProductionMentioned,
  ],
  exports: [CoProductionQueries, InvolvementService, AttestationsService],
})
export class CoProductionModule {
  constructor(access: Access) {
    access.adopt(involvementPolicy);
  }
}
