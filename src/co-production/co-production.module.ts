import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { AttestationsPages } from './attestations.pages.js';
import { AttestationsService } from './attestations.service.js';
import { CoProductionApi } from './co-production.api.js';
import { CoProductionIntroduced } from './co-production-introduced.js';
import { CoProductionMentioned } from './co-production-mentioned.js';
import { CoProductionPages } from './co-production.pages.js';
import { coProductionPolicy } from './co-production.policy.js';
import { CoProductionQueries } from './co-production.queries.js';
import { CoProductionService } from './co-production.service.js';
import { InvolvementPages } from './involvement.pages.js';
import { OwnCoProduction } from './own-co-production.js';

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
    CoProductionService,
    AttestationsService,
    CoProductionIntroduced,
    CoProductionMentioned,
  ],
  exports: [CoProductionQueries, CoProductionService, AttestationsService],
})
export class CoProductionModule {
  constructor(access: Access) {
    access.adopt(coProductionPolicy);
  }
}
