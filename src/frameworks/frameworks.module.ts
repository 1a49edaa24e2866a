import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { FrameworkEdition } from './framework-edition.entity.js';
import { frameworkEditionPolicy } from './framework-edition.policy.js';
import { CriteriaCiting } from './criteria/criteria-citing.js';
import { DomainsIntroduced } from './criteria/domains-introduced.js';
import { FrameworksApi } from './criteria/frameworks.api.js';
import { GuidanceIntroduced } from './criteria/guidance-introduced.js';
import { FrameworksPages } from './criteria/frameworks.pages.js';
import { FrameworksQueries } from './frameworks.queries.js';
import { FrameworksService } from './publishing/frameworks.service.js';
import { PublishingEditionsPages } from './publishing/publishing-editions.pages.js';

/**
 * What a review asks, and of which sources, edition by edition. A published edition never changes, and a reference that
 * nobody has checked is never shown as settled.
 */
@Module({
  controllers: [FrameworksApi, PublishingEditionsPages, FrameworksPages],
  providers: [FrameworksQueries, FrameworksService, GuidanceIntroduced, DomainsIntroduced, CriteriaCiting],
  exports: [FrameworksQueries, FrameworksService],
})
export class FrameworksModule {
  constructor(access: Access, register: Register) {
    access.adopt(frameworkEditionPolicy);
    register.introduce({
      recorded: FrameworkEdition,
      singular: 'framework edition',
      plural: 'framework editions',
    });
    register.addPlaces(
      { href: '/criteria', text: 'What a review asks', verb: 'read', subject: FrameworkEdition, order: 30 },
      {
        href: '/criteria/publish',
        text: 'Publish a framework',
        verb: 'publish',
        subject: FrameworkEdition,
        order: 93,
      },
    );
  }
}
