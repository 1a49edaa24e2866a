import { Injectable } from '@nestjs/common';
import { Worker } from '../../platform/jobs/worker.js';
import { DraftsQueries } from './drafts.queries.js';

/** Removes drafts of concerns for good when their thirty days are over, every night. */
@Injectable()
export class ExpiredDrafts {
  constructor(worker: Worker, drafts: DraftsQueries) {
    worker.teachNightly('remove-expired-drafts', () => drafts.removeExpired());
  }
}
