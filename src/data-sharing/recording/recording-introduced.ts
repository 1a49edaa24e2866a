import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { flowsInWords } from './flow-card.js';
import { OwnFlow } from './own-flow.js';

/** Puts the data flows of a scheme on its page, for those who may read them, and among the tasks of its trust. */
@Injectable()
export class RecordingIntroduced {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly own: OwnFlow,
    mentions: SchemeMentions,
  ) {
    mentions.about((actor, deployment) => this.mentioned(actor, deployment));
  }

  private async mentioned(
    actor: Actor,
    { id, key, leadOrganisationId }: DeploymentDetail,
  ): Promise<readonly Mention[]> {
    if (actor.personId === null || leadOrganisationId === null) return [];
    const led = { deploymentId: id, organisationId: leadOrganisationId };
    if (!this.own.mayRead(actor, led)) return [];
    const mention: Mention = {
      text: 'Data flows and their legal basis',
      href: `/deployments/${key}/data-flows`,
      state: flowsInWords(await this.flows.counted(actor, id)),
    };
    return this.own.mayDraft(actor, led)
      ? [{ ...mention, task: 'What is shared with whom, and what the law allows it by.' }]
      : [mention];
  }
}
