import { Module } from '@nestjs/common';
import { actorOf } from '../identity/request-actor.js';
import { LayoutContext } from '../web/layout/layout-context.js';
import { MarkingService } from './reading/marking.service.js';
import { NoticesApi } from './reading/notices.api.js';
import { NoticesPages } from './reading/notices.pages.js';
import { NoticesQueries } from './reading/notices.queries.js';
import { ForgettingNoticesService } from './telling/forgetting-notices.service.js';
import { TellingNoticesService } from './telling/telling-notices.service.js';

/**
 * People are told of what starts or ends the time they have. It is derived from what is recorded, tells nobody twice, and
 * never carries a word of a record: nothing about concerns is ever told here.
 */
@Module({
  controllers: [NoticesPages, NoticesApi],
  providers: [NoticesQueries, MarkingService, TellingNoticesService, ForgettingNoticesService],
})
export class NoticesModule {
  constructor(layout: LayoutContext, notices: NoticesQueries) {
    layout.contribute(async (request) => {
      const actor = actorOf(request);
      return actor.standing === 'person' ? { unread: await notices.unread(actor) } : {};
    });
  }
}
