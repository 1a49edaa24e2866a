import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import type { FilingSeed } from '../filing/filing-seed.js';
import { ReceiptsQueries } from '../receipts/receipts.queries.js';
import { ReadersQueries } from './readers.queries.js';

const MOST_REFERENCES_TRIED = 4;

/** Lets concerns in: under a reference that is free, and only where somebody can read them. */
@Injectable()
export class Admission {
  constructor(
    private readonly receipts: ReceiptsQueries,
    private readonly readers: ReadersQueries,
  ) {}

  /**
   * The first reference of the seed that is its own concern's, or nobody's.
   * @throws Unavailable where nobody could read the concern.
   */
  async referenceFor(seed: FilingSeed): Promise<string> {
    await this.readers.mustBeThere();
    for (let attempt = 0; ; attempt += 1) {
      const reference = seed.reference(attempt);
      const kept = await this.receipts.ofReference(reference);
      if (kept === null || kept.concernId === seed.concernId || attempt === MOST_REFERENCES_TRIED)
        return reference;
    }
  }

  /** What was let in before under this id; null when nothing was. */
  before(concernId: Uuid): Promise<{ readonly reference: string } | null> {
    return this.receipts.referenceOf(concernId);
  }
}
