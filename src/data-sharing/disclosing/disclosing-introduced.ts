import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import { PublishableParts } from '../../evidence/publishable-parts.js';
import type { Actor } from '../../identity/actor.js';
import { plural } from '../../web/words.js';
import { disclosedScheme } from './disclosed-scheme.js';
import { Disclosures } from './disclosures.js';
import { publishedDataFlows } from './published-data-flows.js';
import { flowUnderReview } from '../data-sharing.policy.js';

/** Tells the rest of the system of data flows: on the page of a scheme, and in a published result. */
@Injectable()
export class DisclosingIntroduced {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly access: Access,
    mentions: SchemeMentions,
    parts: PublishableParts,
  ) {
    mentions.about((actor, deployment) => this.mentioned(actor, deployment));
    parts.offer('data-flows', async (actor, { deploymentId }) =>
      publishedDataFlows(disclosedScheme(await this.disclosures.of(actor, deploymentId))),
    );
  }

  private async mentioned(actor: Actor, { id, key }: DeploymentDetail): Promise<readonly Mention[]> {
    const { flows, totals } = disclosedScheme(await this.disclosures.of(actor, id));
    const counted = `${plural(flows.length, 'data flow')}, ${plural(totals.FAIL, 'result')} not shown`;
    const href = `/deployments/${key}/data-sharing`;
    const open: Mention = {
      text: 'How people’s records are shared',
      href,
      state: flows.length === 0 ? 'no data flow is submitted' : counted,
    };
    return this.access.can(actor, 'examine', flowUnderReview(id))
      ? [open, { text: 'Data flows rule by rule, for reviewers', href: `${href}/matrix` }]
      : [open];
  }
}
