import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { Feeds } from './feeds/feeds.js';
import { FeedsPages } from './feeds/feeds.pages.js';
import { HappenedQueries } from './feeds/happened.queries.js';

/** What anybody can follow without an account. It is built from what is public alone, and reads as a visitor. */
@Module({
  imports: [DeploymentsModule, OrganisationsModule, ReviewsModule],
  controllers: [FeedsPages],
  providers: [Feeds, HappenedQueries],
})
export class WatchingModule {}
