import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import { PublishableParts } from '../../evidence/publishable-parts.js';
import type { Actor } from '../../identity/actor.js';
import { plural } from '../../web/words.js';
import { disclosedScheme } from './disclosed-scheme.js';
import { DisclosuresQueries } from './disclosures.queries.js';
import { publishedDataFlows } from './published-data-flows.js';
import { FLOWS_BEAR } from './flows-bear.js';
import { flowUnderReview } from '../data-sharing.policy.js';

const NOT_SAID = 'Nobody has said which records are shared with whom, and what the law allows it by.';

/** Tells the rest of the system of data flows: on the page of a scheme, and in a published result. */
@Injectable()
export class DisclosingIntroduced {
  constructor(
    private readonly disclosures: DisclosuresQueries,
    private readonly access: Access,
    mentions: SchemeMentions,
    parts: PublishableParts,
  ) {
    mentions.about((actor, deployment) => this.mentioned(actor, deployment));
    parts.offer('data-flows', async (actor, { deploymentId }) => {
      const { rows, isWhole } = await this.disclosures.all(actor, deploymentId);
      return publishedDataFlows(disclosedScheme(rows), isWhole);
    });
  }

  private async mentioned(actor: Actor, { id, key }: DeploymentDetail): Promise<readonly Mention[]> {
    const { flows, notShown, deny } = await this.disclosures.counted(actor, id);
    const counted = `${plural(flows, 'data flow')}, ${plural(notShown, 'result')} not shown`;
    const href = `/deployments/${key}/data-sharing`;
    const open: Mention = {
      text: FLOWS_BEAR.heading,
      href,
      state: flows === 0 ? 'no data flow is submitted' : counted,
      unanswered: flows === 0 ? [NOT_SAID] : [],
      bearsOn: FLOWS_BEAR.bearsOn,
    };
    const denied: Mention = {
      text: 'The screening says no to what a data flow shows',
      href,
      state: plural(deny, 'data flow'),
      againstScreening: true,
    };
    const examined: Mention = { text: 'Data flows rule by rule, for reviewers', href: `${href}/matrix` };
    return [
      open,
      ...(deny > 0 ? [denied] : []),
      ...(this.access.can(actor, 'examine', flowUnderReview(id)) ? [examined] : []),
    ];
  }
}
