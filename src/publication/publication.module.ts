import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { Register } from '../evidence/register.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { PromisesHome } from './promises/promises-home.js';
import { Action } from './actions/action.entity.js';
import { actionPolicy } from './actions/action.policy.js';
import { ActionsApi } from './actions/actions.api.js';
import { ActionsQueries } from './actions/actions.queries.js';
import { ActionsService } from './actions/actions.service.js';
import { ActionStepsPages } from './actions/action-steps.pages.js';
import { ActionsPages } from './actions/actions.pages.js';
import { PreparingPages } from './releases/preparing.pages.js';
import { PromisePages } from './results/promise.pages.js';
import { ReleasingPages } from './releases/releasing.pages.js';
import { ResultsPages } from './results/results.pages.js';
import { TombstonePages } from './tombstones/tombstone.pages.js';
import { PublicationMentioned } from './promises/publication-mentioned.js';
import { DisclosureChecks } from './disclosure/disclosure-checks.js';
import { PanelSources } from './releases/panel-sources.js';
import { ResultDrafts } from './releases/result-drafts.js';
import { PreparationsApi } from './releases/preparations.api.js';
import { PreparationsQueries } from './releases/preparations.queries.js';
import { NamesQueries } from './disclosure/names.queries.js';
import { ReleaseCandidates } from './releases/release-candidates.js';
import { PreparingService } from './releases/preparing.service.js';
import { PromisesQueries } from './promises/promises.queries.js';
import { PublicationsApi } from './results/publications.api.js';
import { Release } from './release.entity.js';
import { releasePolicy } from './releases/release.policy.js';
import { ReleasesQueries } from './releases/releases.queries.js';
import { ReleasingService } from './releases/releasing.service.js';
import { tombstonePolicy } from './tombstones/tombstone.policy.js';
import { TombstonesApi } from './tombstones/tombstones.api.js';
import { TombstonesService } from './tombstones/tombstones.service.js';

const APIS = [PublicationsApi, PreparationsApi, TombstonesApi, ActionsApi];
const PAGES = [
  PromisePages,
  PreparingPages,
  ReleasingPages,
  TombstonePages,
  ResultsPages,
  ActionsPages,
  ActionStepsPages,
];
const QUERIES = [ReleasesQueries, PromisesQueries, PreparationsQueries, ActionsQueries, NamesQueries];
const SERVICES = [PreparingService, ReleasingService, TombstonesService, ActionsService];

/**
 * What is published of reviews, and what follows from it. A release is frozen for ever and made by two people; a promised
 * day that passes in silence shows as such; nothing is taken away without a tombstone that says who, why and by what law.
 */
@Module({
  imports: [DeploymentsModule, ReviewsModule],
  controllers: [...APIS, ...PAGES],
  providers: [
    PromisesHome,
    ...QUERIES,
    ...SERVICES,
    PanelSources,
    ResultDrafts,
    DisclosureChecks,
    ReleaseCandidates,
    PublicationMentioned,
  ],
  exports: [...QUERIES, ...SERVICES],
})
export class PublicationModule {
  constructor(access: Access, register: Register) {
    access.adopt(releasePolicy, tombstonePolicy, actionPolicy);
    register.introduce(
      {
        recorded: Release,
        singular: 'published result',
        plural: 'published results',
        pageOf: (id) => `/publications/${id}`,
      },
      { recorded: Action, singular: 'action', plural: 'actions', pageOf: (id) => `/actions/${id}` },
    );
    register.addPlaces(
      { href: '/publications', text: 'Results', verb: 'read', subject: Release, order: 40 },
      { href: '/actions', under: '/publications', text: 'Actions', verb: 'read', subject: Action, order: 41 },
    );
  }
}
