import { Injectable } from '@nestjs/common';
import { Worker } from '../../platform/jobs/worker.js';
import { EndedKeysQueries } from '../admitting/ended-keys.queries.js';
import { DraftsQueries } from './drafts.queries.js';

/** Every night: removes drafts of concerns whose thirty days are over, and forgets ended keys that are too old to open anything. */
@Injectable()
export class ExpiredDrafts {
  constructor(worker: Worker, drafts: DraftsQueries, ended: EndedKeysQueries) {
    worker.teachNightly('remove-expired-drafts', () => drafts.removeExpired());
    worker.teachNightly('forget-ended-keys', () => ended.removeExpired());
  }
}
