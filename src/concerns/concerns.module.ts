import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { concernPolicy } from './concern.policy.js';
import { ConcernsQueries } from './concerns.queries.js';
import { ConsentsService } from './consents.service.js';
import { CorrespondenceService } from './correspondence.service.js';
import { EnvelopeReader } from './envelopes/envelope-reader.js';
import { OpeningKeys } from './envelopes/opening-keys.js';
import { SealingKeys } from './envelopes/sealing-keys.js';
import { ErasureQueries } from './erasure.queries.js';
import { ErasureService } from './erasure.service.js';
import { DraftsQueries } from './filing/drafts.queries.js';
import { FairBudget } from './filing/fair-budget.js';
import { FilingService } from './filing.service.js';
import { FolderQueries } from './folder.queries.js';
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
  providers: [
    ...SERVICES,
    ...[ConcernsQueries, FolderQueries, ReadingsQueries, ReleasedQueries, ErasureQueries, DraftsQueries],
    ...[SealingKeys, OpeningKeys, EnvelopeReader],
    ...[KeyDerivationQueue, ReceiptVerifier, ReceiptDesk, ReceiptPass, FairBudget],
  ],
  exports: [...SERVICES, ConcernsQueries, FolderQueries, ReceiptDesk],
})
export class ConcernsModule {
  constructor(access: Access) {
    access.adopt(concernPolicy);
  }
}
