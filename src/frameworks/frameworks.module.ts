import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { frameworkEditionPolicy } from './framework-edition.policy.js';
import { FrameworksApi } from './frameworks.api.js';
import { FrameworksQueries } from './frameworks.queries.js';
import { FrameworksService } from './frameworks.service.js';

/**
 * What a review asks, and of which sources, edition by edition. A published edition never changes, and a reference that
 * nobody has checked is never shown as settled.
 */
@Module({
  controllers: [FrameworksApi],
  providers: [FrameworksQueries, FrameworksService],
  exports: [FrameworksQueries, FrameworksService],
})
export class FrameworksModule {
  constructor(access: Access) {
    access.adopt(frameworkEditionPolicy);
  }
}
