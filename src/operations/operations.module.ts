import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { HealthApi } from './health/health.api.js';
import { LoggedEvent, Mail } from './job-view.js';
import { OperationsPages } from './operations.pages.js';
import { operationsPolicy } from './operations.policy.js';
import { OperationsQueries } from './operations.queries.js';
import { JobsService } from './jobs/jobs.service.js';

/** The running of the service, for those who keep it: health, work under way, mail, and what was done to a record. */
@Module({
  controllers: [HealthApi, OperationsPages],
  providers: [OperationsQueries, JobsService],
})
export class OperationsModule {
  constructor(access: Access, register: Register) {
    access.adopt(operationsPolicy);
    register.addPlaces(
      { href: '/records', text: 'The log', verb: 'read', subject: LoggedEvent, order: 91 },
      { href: '/outbox', text: 'Outbox', verb: 'read', subject: Mail, order: 92 },
    );
  }
}
