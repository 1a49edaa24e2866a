import { Injectable } from '@nestjs/common';
import { Worker } from '../../platform/jobs/worker.js';
import { ErasureService } from './erasure.service.js';

/** Destroys the words of concerns that were withdrawn, when the time to keep them is over, every night. */
@Injectable()
export class ExpiredConcerns {
  constructor(worker: Worker, erasure: ErasureService) {
    worker.teachNightly('erase-withdrawn-concerns', () => erasure.eraseWithdrawn());
  }
}
