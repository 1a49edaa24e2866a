import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { LeaveTaking } from '../web/leave-taking.js';
import { HandlingApi } from './api/handling.api.js';
import { IntakeApi, ReceiptApi } from './api/intake.api.js';
import { OwnConcernView } from './api/own-concern-view.js';
import { ReleasedApi } from './api/released.api.js';
import { Concern } from './concern.entity.js';
import { concernPolicy } from './concern.policy.js';
import { ConcernsQueries } from './concerns.queries.js';
import { ConsentsService } from './consents.service.js';
import { CorrespondenceService } from './correspondence.service.js';
import { EnvelopeReader } from './envelopes/envelope-reader.js';
import { OpeningKeys } from './envelopes/opening-keys.js';
import { SealingKeys } from './envelopes/sealing-keys.js';
import { ErasureQueries } from './erasure.queries.js';
import { ErasureService } from './erasure.service.js';
import { BrowserKeys } from './filing/browser-keys.js';
import { CheckPage } from './filing/check-page.js';
import { ChoicesQueries } from './filing/choices.queries.js';
import { DraftsQueries } from './filing/drafts.queries.js';
import { ExpiredDrafts } from './filing/expired-drafts.js';
import { FairBudget } from './filing/fair-budget.js';
import { FilingPages } from './filing/filing.pages.js';
import { SendingPages } from './filing/sending.pages.js';
import { FollowingPages } from './following/following.pages.js';
import { FilingService } from './filing.service.js';
import { FolderQueries } from './folder.queries.js';
import { HandlersActs } from './handling/handlers-acts.js';
import { HandlingPages } from './handling/handling.pages.js';
import { Linking } from './handling/linking.js';
import { RepeatableSeeds } from './filing/repeatable-seeds.js';
import { Release } from './release.entity.js';
import { ReleasedPages } from './released/released.pages.js';
import { HandlingService } from './handling.service.js';
import { ReadingService } from './reading.service.js';
import { ReadingsQueries } from './readings.queries.js';
import { KeyDerivationQueue } from './receipts/key-derivation-queue.js';
import { ReceiptDesk } from './receipts/receipt-desk.js';
import { ReceiptPass } from './receipts/receipt-pass.js';
import { ReceiptVerifier } from './receipts/receipt-verifier.js';
import { ReleasedQueries } from './released.queries.js';
import { ReleasingService } from './releasing.service.js';

const SERVICES = [
  FilingService,
  ReadingService,
  HandlingService,
  CorrespondenceService,
  ConsentsService,
  ReleasingService,
  ErasureService,
];

/**
 * What people say about schemes: filed without an account, sealed before it is stored, answered, and followed with a
 * receipt. It never learns who somebody is unless they say so, and never shows a trust more than the person agreed to.
 */
@Module({
  controllers: [
    ...[FilingPages, SendingPages, FollowingPages, HandlingPages, ReleasedPages],
    ...[IntakeApi, ReceiptApi, HandlingApi, ReleasedApi],
  ],
  providers: [
    ...SERVICES,
    ...[
      ConcernsQueries,
      FolderQueries,
      ReadingsQueries,
      ReleasedQueries,
      ErasureQueries,
      DraftsQueries,
      ExpiredDrafts,
      ChoicesQueries,
    ],
    ...[SealingKeys, OpeningKeys, EnvelopeReader],
    ...[
      KeyDerivationQueue,
      ReceiptVerifier,
      ReceiptDesk,
      ReceiptPass,
      FairBudget,
      BrowserKeys,
      RepeatableSeeds,
    ],
    ...[CheckPage, Linking, HandlersActs, OwnConcernView],
  ],
  exports: [...SERVICES, ConcernsQueries, FolderQueries, ReceiptDesk, BrowserKeys],
})
export class ConcernsModule {
  constructor(
    access: Access,
    register: Register,
    leaving: LeaveTaking,
    keys: BrowserKeys,
    drafts: DraftsQueries,
  ) {
    access.adopt(concernPolicy);
    register.introduce({
      recorded: Concern,
      singular: 'concern',
      plural: 'concerns',
      pageOf: (id) => `/concerns/${id}`,
    });
    register.addPlaces(
      { href: '/concerns', text: 'Concerns', verb: 'read', subject: Concern, order: 60 },
      { href: '/released-concerns', text: 'What people said', verb: 'read', subject: Release, order: 61 },
    );
    leaving.onLeave(async (request, reply) => {
      const seed = keys.seedOf(request);
      keys.forget(reply);
      if (seed) await drafts.remove(seed);
    });
  }
}
