import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { askForJob } from '../../platform/jobs/job-request.js';
import { SealedTextsQueries } from './sealed-texts.queries.js';

/** The job that seals what people said to the keys that are in use now. */
export const SEAL_TO_NEW_KEYS = 'seal-to-new-keys';

/** What follows when the operator has exchanged the keys of the readers. */
@Injectable()
export class KeyExchangeService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: SealedTextsQueries,
  ) {}

  /** Asks for the job that seals every text to these keys, and returns how many there are to do. */
  async ask(keyIds: readonly string[]): Promise<number> {
    const others = (await this.queries.keysInUse()).filter(({ keyId }) => !keyIds.includes(keyId));
    const input = { keyIds: [...keyIds] };
    const job = askForJob({ task: SEAL_TO_NEW_KEYS, title: 'Seal to the new keys', askedBy: null, input });
    await this.ledger.perform(OPERATOR, running(job.statement));
    return others.reduce((sum, { texts }) => sum + texts, 0);
  }
}
