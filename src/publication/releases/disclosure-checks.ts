import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { PublishedContent } from '../content/published-content.js';
import { disclosureCheck } from '../disclosure/disclosure-check.js';
import type { DisclosureFinding } from '../disclosure/disclosure-finding.js';
import type { Draft } from './drafts.js';
import { PromisesQueries } from './promises.queries.js';

/** Looks through a result for what may identify a person, with the names that this service knows. */
@Injectable()
export class DisclosureChecks {
  constructor(private readonly promises: PromisesQueries) {}

  /** Everything found in a result, those that stop its release first. */
  async of(
    actor: Actor,
    published: PublishedContent,
    organisations: readonly Uuid[],
  ): Promise<readonly DisclosureFinding[]> {
    return disclosureCheck(published, await this.promises.namesToKeep(actor, organisations));
  }
}

/** The organisations whose people a result may speak of: the trust, and everybody who replied or made a statement. */
export function organisationsIn({ sheet, statements }: Pick<Draft, 'sheet' | 'statements'>): readonly Uuid[] {
  const repliers = sheet.lines.flatMap(({ replies }) => replies.map(({ organisationId }) => organisationId));
  const speakers = statements.map(({ organisationId }) => organisationId);
  return [...new Set([sheet.review.organisationId, ...repliers, ...speakers])];
}
