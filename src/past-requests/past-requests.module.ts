import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { Register } from '../evidence/register.js';
import { KINDS_OF_PAST_REQUESTS } from './holding/past-request-kinds.js';
import { PastRequest } from './holding/past-request.entity.js';
import { pastRequestPolicy } from './holding/past-request.policy.js';
import { RequestLoading } from './loading/request-loading.js';
import { PastRequestsApi } from './showing/past-requests.api.js';
import { PastRequestsPages } from './showing/past-requests.pages.js';
import { PastRequestsQueries } from './showing/past-requests.queries.js';
import { RequestsCiting } from './showing/requests-citing.js';
import { RequestsFound } from './showing/requests-found.js';
import { RequestsMentioned } from './showing/requests-mentioned.js';

/**
 * Requests that others made before Candour: who asked whom, for what and by when, who answered, and of whom no answer is
 * known. They come from the register's files, each with its sources. It never says that somebody failed to answer.
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [PastRequestsPages, PastRequestsApi],
  providers: [PastRequestsQueries, RequestsMentioned, RequestsFound, RequestsCiting, RequestLoading],
})
export class PastRequestsModule {
  constructor(access: Access, register: Register) {
    access.adopt(pastRequestPolicy);
    register.introduce(...KINDS_OF_PAST_REQUESTS);
    register.addPlaces({
      ...{ href: '/past-requests', under: '/deployments', text: 'Requests of the past' },
      ...{ verb: 'read', subject: PastRequest, order: 13 },
    });
  }
}
