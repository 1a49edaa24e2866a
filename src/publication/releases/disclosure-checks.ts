import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { PublishedContent } from '../content/published-content.js';
import { disclosureCheck } from '../disclosure/disclosure-check.js';
import type { DisclosureFinding } from '../disclosure/disclosure-finding.js';
import { PromisesQueries } from './promises.queries.js';

/** Looks through a result for what may identify a person, with the names that this service knows. */
@Injectable()
export class DisclosureChecks {
  constructor(private readonly promises: PromisesQueries) {}

  /** Everything found in a result of this review, those that stop its release first. */
  async of(actor: Actor, reviewId: Uuid, published: PublishedContent): Promise<readonly DisclosureFinding[]> {
    return disclosureCheck(published, await this.promises.namesToKeep(actor, reviewId));
  }
}
