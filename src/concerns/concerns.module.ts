import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { Register } from '../evidence/register.js';
import { QuickExit } from '../web/quick-exit.js';
import { QueueHome } from './handling/queue-home.js';
import { HandlingApi } from './handling/handling.api.js';
import { IntakeApi } from './filing/intake.api.js';
import { ReceiptApi } from './following/receipt.api.js';
import { ReleasedApi } from './reading/released.api.js';
import { Concern } from './concern.entity.js';
import { concernPolicy } from './concern.policy.js';
import { ConcernsQueries } from './concerns.queries.js';
import { ConsentsService } from './following/consents.service.js';
import { CorrespondenceService } from './correspondence/correspondence.service.js';
import { EnvelopeReader } from './envelopes/envelope-reader.js';
import { OpeningKeys } from './envelopes/keys/opening-keys.js';
import { SealingKeys } from './envelopes/keys/sealing-keys.js';
import { ErasureQueries } from './erasing/erasure.queries.js';
import { ErasureService } from './erasing/erasure.service.js';
import { ExpiredConcerns } from './erasing/expired-concerns.js';
import { BrowserKeys } from './admitting/browser-keys.js';
import { KeyExchangeService } from './key-exchange/key-exchange.service.js';
import { SealingAnew } from './key-exchange/sealing-anew.js';
import { SealedTextsQueries } from './key-exchange/sealed-texts.queries.js';
import { CheckPage } from './filing/check-page.js';
import { ChoicesQueries } from './questions/choices.queries.js';
import { Admission } from './admitting/admission.js';
import { ReadersQueries } from './admitting/readers.queries.js';
import { EndedKeysQueries } from './admitting/ended-keys.queries.js';
import { TimedSeal } from './admitting/timed-seal.js';
import { DraftsQueries } from './filing/drafts.queries.js';
import { ExpiredDrafts } from './filing/expired-drafts.js';
import { FairBudget } from './filing/fair-budget.js';
import { FilingPages } from './filing/filing.pages.js';
import { SendingPages } from './filing/sending.pages.js';
import { FollowingPages } from './following/following.pages.js';
import { FilingService } from './filing/filing.service.js';
import { FolderQueries } from './folder.queries.js';
import { HandlersActs } from './handling/handlers-acts.js';
import { HandlingPages } from './handling/handling.pages.js';
import { Linking } from './handling/linking.js';
import { RepeatableSeeds } from './filing/repeatable-seeds.js';
import { ConcernRelease } from './concern-release.entity.js';
import { ReleasedPages } from './reading/released.pages.js';
import { HandlingService } from './handling/handling.service.js';
import { QueuePages } from './handling/queue.pages.js';
import { QueueQueries } from './handling/queue.queries.js';
import { ReadingService } from './reading/reading.service.js';
import { ReadingsQueries } from './envelopes/readings.queries.js';
import { KeyDerivationQueue } from './receipts/key-derivation-queue.js';
import { ReceiptCheck } from './following/receipt-check.js';
import { ReceiptsQueries } from './receipts/receipts.queries.js';
import { ReceiptVerifier } from './receipts/receipt-verifier.js';
import { RepeatableReceipts } from './receipts/repeatable-receipts.js';
import { ReleasedQueries } from './reading/released.queries.js';
import { ConcernReleasingService } from './handling/concern-releasing.service.js';

const SERVICES = [
  FilingService,
  ReadingService,
  HandlingService,
  CorrespondenceService,
  ConsentsService,
  ConcernReleasingService,
  ErasureService,
  KeyExchangeService,
];

/**
 * What people say about schemes: filed without an account, sealed before it is stored, answered, and followed with a
 * receipt. It never learns who somebody is unless they say so, and never shows a trust more than the person agreed to.
 */
@Module({
  controllers: [
    ...[FilingPages, SendingPages, FollowingPages, QueuePages, HandlingPages, ReleasedPages],
    ...[IntakeApi, ReceiptApi, HandlingApi, ReleasedApi],
  ],
  providers: [
    QueueHome,
    ...SERVICES,
    ...[
      ConcernsQueries,
      QueueQueries,
      ReceiptsQueries,
      FolderQueries,
      ReadingsQueries,
      ReleasedQueries,
      ErasureQueries,
      SealedTextsQueries,
      DraftsQueries,
      EndedKeysQueries,
      ReadersQueries,
      ExpiredDrafts,
      ExpiredConcerns,
      SealingAnew,
      ChoicesQueries,
    ],
    ...[SealingKeys, OpeningKeys, EnvelopeReader],
    ...[
      KeyDerivationQueue,
      ReceiptVerifier,
      ReceiptCheck,
      RepeatableReceipts,
      FairBudget,
      BrowserKeys,
      TimedSeal,
      RepeatableSeeds,
    ],
    ...[Admission, CheckPage, Linking, HandlersActs],
  ],
  exports: [
    ...SERVICES,
    ConcernsQueries,
    FolderQueries,
    ReceiptCheck,
    RepeatableReceipts,
    FairBudget,
    BrowserKeys,
  ],
})
export class ConcernsModule {
  constructor(access: Access, register: Register, leaving: QuickExit, keys: BrowserKeys) {
    access.adopt(concernPolicy);
    register.introduce({
      recorded: Concern,
      singular: 'concern',
      plural: 'concerns',
      pageOf: (id) => `/concerns/${id}`,
    });
    register.addPlaces(
      { href: '/concerns', text: 'Concerns', verb: 'read', subject: Concern, order: 60 },
      {
        href: '/released-concerns',
        under: '/rounds',
        text: 'What people said',
        verb: 'read',
        subject: ConcernRelease,
        order: 61,
      },
    );
    leaving.onExit((request, reply) => keys.end({ request, reply }));
  }
}
