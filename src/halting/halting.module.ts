import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { SchemeSections } from '../deployments/finding/scheme-sections.js';
import { Halt } from '../deployments/life-cycle/steps/halt.entity.js';
import { Register } from '../evidence/register.js';
import { AnsweringHaltsPages } from './following/answering-halts.pages.js';
import { CheckingHaltsPages } from './following/checking-halts.pages.js';
import { FollowingApi } from './following/following.api.js';
import { FollowingService } from './following/following.service.js';
import { haltingPolicy } from './halting.policy.js';
import { HaltStandingsQueries } from './ordering/halt-standings.queries.js';
import { OrderOffered } from './ordering/order-offered.js';
import { OrderingApi } from './ordering/ordering.api.js';
import { OrderingPages } from './ordering/ordering.pages.js';
import { OrderingService } from './ordering/ordering.service.js';
import { HaltsApi } from './showing/halts.api.js';
import { HaltsPages } from './showing/halts.pages.js';
import { HaltsQueries } from './showing/halts.queries.js';

/**
 * Orders that a scheme must stop, what its trust answers, what others find, and when an order is overdue. It never takes the
 * trust's word for an effect, changes no order, and lifts none but for whoever gave it.
 */
@Module({
  imports: [DeploymentsModule],
  controllers: [
    OrderingPages,
    OrderingApi,
    AnsweringHaltsPages,
    CheckingHaltsPages,
    FollowingApi,
    HaltsPages,
    HaltsApi,
  ],
  providers: [HaltStandingsQueries, OrderingService, OrderOffered, FollowingService, HaltsQueries],
  exports: [OrderingService, FollowingService, HaltsQueries],
})
export class HaltingModule {
  constructor(access: Access, register: Register, sections: SchemeSections, offered: OrderOffered) {
    access.adopt(haltingPolicy);
    sections.about((actor, scheme) => offered.of(actor, scheme));
    register.addPlaces({
      ...{ href: '/halts', under: '/deployments', text: 'Orders to halt', verb: 'read' },
      ...{ subject: Halt, order: 13 },
    });
  }
}
