import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { LogHome } from './log/log-home.js';
import { OutboxHome } from './outbox/outbox-home.js';
import { HealthApi } from './health/health.api.js';
import { JobsPages } from './jobs/jobs.pages.js';
import { JobsQueries } from './jobs/jobs.queries.js';
import { JobsService } from './jobs/jobs.service.js';
import { LogPages } from './log/log.pages.js';
import { LogQueries } from './log/log.queries.js';
import { LoggedEvent } from './log/logged-event.js';
import { operationsPolicy } from './operations.policy.js';
import { Mail } from './outbox/mail.js';
import { OutboxPages } from './outbox/outbox.pages.js';
import { OutboxQueries } from './outbox/outbox.queries.js';
import { SecurityEvent } from './security/security-event.js';
import { SecurityPages } from './security/security.pages.js';
import { SecurityQueries } from './security/security.queries.js';

/** The running of the service, for those who keep it: health, work under way, mail, attempts on accounts, and what was done to a record. */
@Module({
  controllers: [HealthApi, JobsPages, OutboxPages, LogPages, SecurityPages],
  providers: [OutboxHome, LogHome, JobsQueries, JobsService, OutboxQueries, LogQueries, SecurityQueries],
})
export class OperationsModule {
  constructor(access: Access, register: Register) {
    access.adopt(operationsPolicy);
    register.addPlaces(
      { href: '/records', text: 'The log', verb: 'read', subject: LoggedEvent, order: 91 },
      { href: '/outbox', under: '/people', text: 'Outbox', verb: 'read', subject: Mail, order: 92 },
      {
        href: '/security',
        under: '/people',
        text: 'Security',
        verb: 'read',
        subject: SecurityEvent,
        order: 93,
      },
    );
  }
}
