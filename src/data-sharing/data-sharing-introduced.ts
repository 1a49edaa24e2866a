import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsQueries } from '../deployments/deployments.queries.js';
import { Mentions, type Mention } from '../evidence/mentions.js';
import { PublishableParts } from '../evidence/publishable-parts.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { plural } from '../web/words.js';
import { disclosedScheme } from './disclosing/disclosed-scheme.js';
import { Disclosures } from './disclosing/disclosures.js';
import { publishedDataFlows } from './disclosing/published-data-flows.js';
import { flowUnderReview } from './examining/flow-under-review.js';

/** Tells the rest of the system of data flows: on the page of a scheme, and in a published result. */
@Injectable()
export class DataSharingIntroduced {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly disclosures: Disclosures,
    private readonly access: Access,
    mentions: Mentions,
    parts: PublishableParts,
  ) {
    mentions.about('deployment', (actor, id) => this.mentioned(actor, id));
    parts.offer('data-flows', async (actor, { deploymentId }) =>
      publishedDataFlows(disclosedScheme(await this.disclosures.of(actor, deploymentId))),
    );
  }

  private async mentioned(actor: Actor, id: Uuid): Promise<readonly Mention[]> {
    const [deployment, rows] = await Promise.all([
      this.deployments.one(actor, id),
      this.disclosures.of(actor, id),
    ]);
    if (!deployment) return [];
    const { flows, totals } = disclosedScheme(rows);
    const told = `${plural(flows.length, 'data flow')}, ${plural(totals.FAIL, 'result')} not shown`;
    const href = `/deployments/${deployment.key}/data-sharing`;
    const open: Mention = {
      text: 'How people’s records are shared',
      href,
      state: flows.length === 0 ? 'no data flow is submitted' : told,
    };
    return this.access.can(actor, 'examine', flowUnderReview(id))
      ? [open, { text: 'Data flows rule by rule, for reviewers', href: `${href}/matrix` }]
      : [open];
  }
}
