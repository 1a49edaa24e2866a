import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { PublishedContent } from '../content/published-content.js';
import { disclosureCheck } from './disclosure-check.js';
import type { DisclosureFinding } from './disclosure-finding.js';
import { NamesQueries } from './names.queries.js';

/** Looks through a result for what may identify a person, with the names that this service knows. */
@Injectable()
export class DisclosureChecks {
  constructor(private readonly names: NamesQueries) {}

  /** Everything found in a result, those that stop its release first; null for somebody who may not know people's names. */
  async of(actor: Actor, published: PublishedContent): Promise<readonly DisclosureFinding[] | null> {
    if (!actor.holds('LEAD_REVIEWER')) return null;
    return disclosureCheck(published, await this.names.known(actor));
  }
}
